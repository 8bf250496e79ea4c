package io.bookpulse.core.book;

import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventBuilder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BookPropertyTest {
    private record Change(boolean bid, long price, long size) {}

    @Property(tries = 300, seed = "20240808")
    void isSortedPositiveAndNeverCrossedWhenTheSidesAreConsistent(
            @ForAll("changes") List<Change> changes) {
        BookFixture book = new BookFixture(BookFixture.limits(3, 12, 4));
        book.apply(snapshot().bidE8(400, 1).askE8(600, 1));
        for (Change change : changes) {
            BookResult result = book.apply(asDelta(change));

            assertThat(result).isNotEqualTo(BookResult.CROSSED);
            assertSorted(book.state.bids);
            assertSorted(book.state.asks);
            assertThat(book.state.bids.levels).isLessThanOrEqualTo(12);
            assertThat(book.state.waiting.count).isLessThanOrEqualTo(4);
        }
    }

    @Property(tries = 200, seed = "20240809")
    void movesWithItsPrices(@ForAll("changes") List<Change> changes) {
        BookFixture book = new BookFixture();
        BookFixture shifted = new BookFixture();
        book.apply(snapshot().bidE8(400, 1).askE8(600, 1));
        shifted.apply(snapshot().bidE8(1400, 1).askE8(1600, 1));
        for (Change change : changes) {
            Change moved = new Change(change.bid, change.price + 1000, change.size);

            assertThat(shifted.apply(asDelta(moved))).isEqualTo(book.apply(asDelta(change)));
            assertThat(shifted.state.bidDepth(5)).isEqualTo(book.state.bidDepth(5));
            assertThat(shifted.state.version).isEqualTo(book.state.version);
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Boolean> bids = Arbitraries.of(true, false);
        Arbitrary<Long> distances = Arbitraries.longs().between(1, 30);
        Arbitrary<Long> sizes = Arbitraries.longs().between(0, 3);
        return Combinators.combine(bids, distances, sizes)
                .as((bid, far, size) -> new Change(bid, bid ? 500 - far : 500 + far, size))
                .list()
                .ofMaxSize(200);
    }

    private static EventBuilder asDelta(Change change) {
        return change.bid
                ? delta().bidE8(change.price, change.size)
                : delta().askE8(change.price, change.size);
    }

    private static void assertSorted(BookSide side) {
        for (int i = 0; i < side.levels; i++) {
            assertThat(side.sizeE8(i)).isPositive();
            if (i > 0) {
                assertThat(side.direction * (side.priceE8(i - 1) - side.priceE8(i))).isPositive();
            }
        }
    }
}
