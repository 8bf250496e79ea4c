package io.bookpulse.core.book;

import static io.bookpulse.core.book.BookResult.APPLIED;
import static io.bookpulse.core.book.BookResult.CONFLATED;
import static io.bookpulse.core.book.BookResult.CROSSED;
import static io.bookpulse.core.book.BookResult.GAP;
import static io.bookpulse.core.book.BookResult.WAITING;
import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.quote;
import static io.bookpulse.core.event.Events.snapshot;
import static io.bookpulse.core.event.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final long SECOND = 1_000_000_000L;

    private final BookFixture book = new BookFixture();

    @Test
    void isEmptyAndInvalidBeforeItsFirstEvent() {
        assertThat(book.state.valid).isFalse();
        assertThat(book.state.isUsable()).isFalse();
        assertThat(book.state.hasBid()).isFalse();
        assertThat(book.state.hasAsk()).isFalse();
        assertThat(book.state.bidDepth(5)).isZero();
    }

    @Test
    void becomesTheFirstSnapshotBestPricesFirst() {
        BookResult result = book.apply(golden().atSeconds(3));

        assertThat(result).isEqualTo(APPLIED);
        assertThat(book.levels())
                .isEqualTo(
                        "100x5 99.99x8 99.98x12 99.97x20 99.96x30 |"
                                + " 100.02x3 100.03x6 100.04x10 100.05x15 100.06x25");
        assertThat(book.state.isUsable()).isTrue();
        assertThat(book.state.version).isEqualTo(1);
        assertThat(book.state.synchronisations).isEqualTo(1);
        assertThat(book.state.lastTopChangeNanos).isEqualTo(3 * SECOND);
        assertThat(book.state.bestBidPriceE8()).isEqualTo(10_000_000_000L);
        assertThat(book.state.bestBidSizeE8()).isEqualTo(500_000_000L);
        assertThat(book.state.bestAskPriceE8()).isEqualTo(10_002_000_000L);
        assertThat(book.state.bestAskSizeE8()).isEqualTo(300_000_000L);
    }

    @Test
    void sumsDepthOverTheLevelsThatExist() {
        book.apply(golden());

        assertThat(book.state.bidDepth(3)).isCloseTo(25, within(1e-12));
        assertThat(book.state.askDepth(3)).isCloseTo(19, within(1e-12));
        assertThat(book.state.bidDepth(99)).isCloseTo(75, within(1e-12));
    }

    @Test
    void setsInsertsAndRemovesLevels() {
        book.apply(golden());

        BookResult result =
                book.apply(delta().bids("100x0", "99.995x2", "99.96x31").asks("100.01x1"));

        assertThat(result).isEqualTo(APPLIED);
        assertThat(book.levels())
                .isEqualTo(
                        "99.995x2 99.99x8 99.98x12 99.97x20 99.96x31 |"
                                + " 100.01x1 100.02x3 100.03x6 100.04x10 100.05x15 100.06x25");
    }

    @Test
    void ignoresTheRemovalOfAnUnknownLevel() {
        book.apply(golden());

        assertThat(book.apply(delta().bids("99.5x0"))).isEqualTo(CONFLATED);
        assertThat(book.state.bids.levels).isEqualTo(5);
        assertThat(book.state.version).isEqualTo(1);
    }

    @Test
    void takesALevelOfSizeZeroInASnapshotAsNone() {
        book.apply(snapshot().bids("100x0", "99x1").asks("101x2"));

        assertThat(book.levels()).isEqualTo("99x1 | 101x2");
    }

    @Test
    void isUsableWithBidsOnly() {
        assertThat(book.apply(snapshot().bids("100x1"))).isEqualTo(APPLIED);
        assertThat(book.state.isUsable()).isTrue();
        assertThat(book.state.hasAsk()).isFalse();
        assertThat(book.state.isCrossed()).isFalse();
        assertThat(book.state.isLocked()).isFalse();
    }

    @Test
    void becomesEmptyWithAnEmptySnapshot() {
        book.apply(golden());

        assertThat(book.apply(snapshot())).isEqualTo(APPLIED);
        assertThat(book.levels()).isEqualTo("|");
        assertThat(book.state.isUsable()).isTrue();
    }

    @Test
    void callsALockedBookUsable() {
        assertThat(book.apply(snapshot().bids("100x1").asks("100x2"))).isEqualTo(APPLIED);
        assertThat(book.state.isLocked()).isTrue();
        assertThat(book.state.isUsable()).isTrue();
    }

    @Test
    void keepsACrossedBookAndUsesItAgainOnceHealthy() {
        book.apply(golden());

        assertThat(book.apply(delta().bids("100.02x1").atSeconds(1))).isEqualTo(APPLIED);
        assertThat(book.apply(delta().bids("100.03x1").atSeconds(2))).isEqualTo(CROSSED);
        assertThat(book.state.isUsable()).isFalse();
        assertThat(book.state.valid).isTrue();
        assertThat(CROSSED.rejectReason()).isEqualTo(RejectReason.CROSSED);
        assertThat(book.apply(delta().bids("98x1").atSeconds(3))).isEqualTo(CROSSED);
        assertThat(book.state.version).isEqualTo(2);

        BookResult healed = book.apply(delta().bids("100.03x0", "100.02x0").atSeconds(7));

        assertThat(healed).isEqualTo(APPLIED);
        assertThat(book.state.version).isEqualTo(3);
        assertThat(book.state.crossed).isEqualTo(2);
        assertThat(book.state.gaps).isZero();
    }

    @Test
    void resynchronisesWhenCrossedForMoreThanFiveSeconds() {
        book.apply(golden());
        book.apply(delta().bids("100.03x1").atSeconds(2));

        assertThat(book.apply(delta().bids("98x1").atSeconds(7))).isEqualTo(CROSSED);
        assertThat(book.apply(delta().bids("98x2").atNanos(7 * SECOND + 1))).isEqualTo(GAP);
        assertThat(book.state.valid).isFalse();
        assertThat(book.state.sequenceGaps).isZero();
        assertThat(book.state.gaps).isEqualTo(1);
        assertThat(book.apply(delta().bids("98x3").atSeconds(12))).isEqualTo(WAITING);
        assertThat(book.apply(golden().atSeconds(13))).isEqualTo(APPLIED);
        assertThat(book.state.isUsable()).isTrue();
        assertThat(book.state.synchronisations).isEqualTo(2);
    }

    @Test
    void conflatesWhatLeavesTheTopTenLevelsUnchanged() {
        EventBuilder deep = snapshot().asks("200x1");
        for (int i = 0; i < 12; i++) {
            deep.bidE8((100 - i) * 100_000_000L, 100_000_000L);
        }
        book.apply(deep);

        assertThat(book.apply(delta().bids("90x2"))).isEqualTo(CONFLATED);
        assertThat(book.apply(delta().bids("91x1"))).isEqualTo(CONFLATED);
        assertThat(book.apply(delta().bids("91x2"))).isEqualTo(APPLIED);
        assertThat(book.apply(delta().bids("91x0"))).isEqualTo(APPLIED);
        assertThat(book.apply(delta().bids("89x0"))).isEqualTo(CONFLATED);
        assertThat(book.state.version).isEqualTo(3);
    }

    @Test
    void conflatesARepeatedSnapshot() {
        book.apply(golden().atSeconds(1));

        assertThat(book.apply(golden().atSeconds(2))).isEqualTo(CONFLATED);
        assertThat(book.state.snapshots).isEqualTo(2);
        assertThat(book.state.lastTopChangeNanos).isEqualTo(SECOND);
        assertThat(book.apply(snapshot().bids("100x5").asks("100.02x3"))).isEqualTo(APPLIED);
        assertThat(book.levels()).isEqualTo("100x5 | 100.02x3");
    }

    @Test
    void isTheQuoteWhileThereIsNoDepth() {
        assertThat(book.apply(quote().bid("100", "1").ask("101", "2"))).isEqualTo(APPLIED);
        assertThat(book.apply(quote().bid("100", "1").ask("101", "2"))).isEqualTo(CONFLATED);
        assertThat(book.apply(quote().bid("102", "1").ask("101", "2"))).isEqualTo(CROSSED);
        assertThat(book.apply(quote().bid("100", "1"))).isEqualTo(APPLIED);
        assertThat(book.levels()).isEqualTo("100x1 |");
        assertThat(book.state.version).isEqualTo(2);
    }

    @Test
    void leavesQuotesAsideOnceThereIsDepth() {
        book.apply(quote().bid("100", "1").ask("101", "2"));

        assertThat(book.apply(delta().bids("99x1"))).isEqualTo(WAITING);
        assertThat(book.state.valid).isFalse();
        assertThat(book.apply(quote().bid("100", "3").ask("101", "2"))).isEqualTo(CONFLATED);
        book.apply(golden());
        assertThat(book.apply(quote().bid("50", "3"))).isEqualTo(CONFLATED);
        assertThat(book.state.bids.levels).isEqualTo(5);
        assertThat(book.state.redundantQuotes).isEqualTo(2);
    }

    @Test
    void followsAPriceTenTimesHigher() {
        book.apply(golden());

        book.apply(snapshot().bids("1000x5").asks("1000.2x3"));

        assertThat(book.levels()).isEqualTo("1000x5 | 1000.2x3");
    }

    @Test
    void holdsTheLargestSizes() {
        book.apply(snapshot().bidE8(1, Long.MAX_VALUE).bidE8(2, Long.MAX_VALUE).ask("9", "1"));

        assertThat(book.state.bidDepth(2)).isCloseTo(2 * 92_233_720_368.54776, within(1e-3));
    }

    @Test
    void refusesATrade() {
        MarketEvent event = trade().build();

        assertThatThrownBy(() -> book.book.apply(book.state, event, (e, r) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TRADE");
    }

    /** The book of golden vector G1. */
    private static EventBuilder golden() {
        return snapshot()
                .bids("100.00x5", "99.99x8", "99.98x12", "99.97x20", "99.96x30")
                .asks("100.02x3", "100.03x6", "100.04x10", "100.05x15", "100.06x25");
    }
}
