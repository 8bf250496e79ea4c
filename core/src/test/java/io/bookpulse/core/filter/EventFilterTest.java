package io.bookpulse.core.filter;

import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.snapshot;
import static io.bookpulse.core.event.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.book.Book;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
    private final EventFilter filter = new EventFilter(FilterParameters.defaults());
    private final EventFilterState state = filter.newState();
    private final Book book = new Book(BookParameters.defaults());
    private final BookState bookState = book.newState();

    @Test
    void refusesATradeSeenBefore() {
        assertThat(check(trade().id(7))).isNull();
        assertThat(check(trade().id(9))).isNull();
        assertThat(check(trade().id(8))).isNull();

        assertThat(check(trade().id(7))).isEqualTo(RejectReason.DUPLICATE);
        assertThat(check(trade().id(8))).isEqualTo(RejectReason.DUPLICATE);
        assertThat(check(trade().id(9))).isEqualTo(RejectReason.DUPLICATE);
        assertThat(state.duplicates).isEqualTo(3);
    }

    @Test
    void acceptsEqualTradesWithoutId() {
        assertThat(check(trade())).isNull();
        assertThat(check(trade())).isNull();
        assertThat(check(delta().id(3))).isNull();
        assertThat(check(delta().id(3))).isNull();
    }

    @Test
    void remembersTheLastThousandIds() {
        for (int id = 1; id <= 1500; id++) {
            assertThat(check(trade().id(id))).isNull();
        }

        assertThat(check(trade().id(501))).isEqualTo(RejectReason.DUPLICATE);
        assertThat(check(trade().id(500))).isNull();
        assertThat(check(trade().id(501))).isNull();
        assertThat(state.tradeIds).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 101, 1",
        "100, 100, 0.5",
        "101, 100, 0",
    })
    void weighsABookByItsBestPrices(String bid, String ask, double expected) {
        MarketEvent event = snapshot().bid(bid, "1").ask(ask, "1").build();
        book.apply(bookState, event, (e, r) -> {});

        assertThat(filter.weight(state, event, bookState)).isEqualTo(expected);
    }

    @Test
    void countsADiffThatWaitsInFull() {
        MarketEvent event = delta().bids("100x1").build();
        book.apply(bookState, event, (e, r) -> {});

        assertThat(filter.weight(state, event, bookState)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "94.99, 0.2",
        "95, 1",
        "100.5, 1",
        "106, 1",
        "106.01, 0.2",
    })
    void doubtsATradeMoreThanFiveSpreadsBeyondTheBook(String price, double expected) {
        showBook("100", "101");

        assertThat(weight(trade().price(price))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"99.90, 1", "99.88, 0.2", "100.09, 1", "100.11, 0.2"})
    void allowsTenBasisPointsBeyondATightBook(String price, double expected) {
        showBook("99.99", "100");

        assertThat(weight(trade().price(price))).isEqualTo(expected);
    }

    @Test
    void doesNotDoubtTradesWithoutATwoSidedBookNorOffBookPrints() {
        assertThat(weight(trade().price("1"))).isEqualTo(1);
        showBook("100", "101");
        assertThat(weight(trade().price("1").offBook())).isEqualTo(1);
        assertThat(state.outOfBand).isZero();
        assertThat(weight(trade().price("1"))).isEqualTo(0.2);
        assertThat(state.outOfBand).isEqualTo(1);
        book.apply(bookState, snapshot().bids("100x1").build(), (e, r) -> {});
        assertThat(weight(trade().price("1"))).isEqualTo(1);
    }

    @Test
    void takesTheSmallestOfSeveralWeights() {
        showBook("100", "101");
        weight(trade().atSeconds(100).receivedAtMillis(100_000));

        double weight = weight(trade().price("1").atSeconds(102).receivedAtMillis(100_500));

        assertThat(weight).isEqualTo(0.2);
        assertThat(weight(trade().atSeconds(102).receivedAtMillis(100_500))).isEqualTo(0.5);
        assertThat(state.clock.faults).isEqualTo(2);
    }

    private RejectReason check(EventBuilder event) {
        return filter.check(state, event.build());
    }

    private double weight(EventBuilder event) {
        return filter.weight(state, event.build(), bookState);
    }

    private void showBook(String bid, String ask) {
        book.apply(bookState, snapshot().bid(bid, "1").ask(ask, "1").build(), (e, r) -> {});
    }
}
