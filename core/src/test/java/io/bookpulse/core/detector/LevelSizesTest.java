package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.market.TestingMarket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LevelSizesTest {
    private final LevelSizes sizes =
            new LevelSizes(new LevelSizesParameters(2, Duration.ofSeconds(5), 3, 2, 0.8));
    private final LevelSizesState state = sizes.initialState();
    private long seconds;

    /** A book of three levels a side; the third is not looked at. */
    private void see(double quality, String bid1, String bid2, String ask1, String ask2) {
        seconds += 5;
        seeAt(seconds, quality, bid1, bid2, ask1, ask2);
    }

    private void seeAt(
            long second, double quality, String bid1, String bid2, String ask1, String ask2) {
        EventBuilder book =
                Events.snapshot()
                        .bids("10x" + bid1, "9x" + bid2, "8x500")
                        .asks("11x" + ask1, "12x" + ask2, "13x500");
        LiveQuote quote = new LiveQuote();
        quote.eventTimeNanos = second * 1_000_000_000L;
        quote.valid = true;
        quote.quality = quality;
        sizes.update(state, new TestingMarket().event(book.spot(1, 1)).state.book, quote);
    }

    @Test
    void isTheMedianOfTheLargestLevelAndOfASidesDepth() {
        see(1, "1", "2", "3", "4");
        assertThat(state.largest).isNaN();
        see(1, "7", "1", "1", "1");
        // largest 4 and 7; depth (3 + 7) / 2 and (8 + 2) / 2
        assertThat(state.largest).isCloseTo(5.5, within(1e-12));
        assertThat(state.depth).isCloseTo(5, within(1e-12));
        see(1, "1", "9", "9", "1");
        assertThat(state.largest).isCloseTo(7, within(1e-12));
        see(1, "20", "20", "20", "20");
        assertThat(state.largest).isCloseTo(9, within(1e-12));
        assertThat(state.depth).isCloseTo(10, within(1e-12));
    }

    @Test
    void looksAtOneSampleInFive() {
        see(1, "1", "2", "3", "4");
        see(1, "1", "2", "3", "4");
        for (int i = 1; i < 5; i++) {
            seeAt(seconds + i, 1, "100", "100", "100", "100");
        }
        assertThat(state.largest).isCloseTo(4, within(1e-12));
        seeAt(seconds + 4, 0.5, "100", "100", "100", "100");
        assertThat(state.largest).isNaN();
    }

    @Test
    void isNotKnownAfterASampleThatDoesNotCount() {
        see(1, "1", "2", "3", "4");
        see(1, "1", "2", "3", "4");
        assertThat(state.largest).isCloseTo(4, within(1e-12));
        see(0.79, "100", "100", "100", "100");
        assertThat(state.largest).isNaN();
        assertThat(state.depth).isNaN();
        see(0.8, "1", "2", "3", "4");
        assertThat(state.largest).isCloseTo(4, within(1e-12));
    }
}
