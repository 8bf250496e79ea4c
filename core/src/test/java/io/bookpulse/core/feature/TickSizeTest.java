package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.market.TestingMarket;
import org.junit.jupiter.api.Test;

class TickSizeTest {
    private final TickSize tickSize = new TickSize(FeatureParameters.defaults());
    private final TickSizeState state = new TickSizeState();

    private boolean observe(EventBuilder event) {
        return tickSize.observe(state, new TestingMarket().event(event).state.book);
    }

    @Test
    void isUnknownBeforeAnyStep() {
        assertThat(tickSize.of(state)).isNaN();
        observe(Events.quote().bid("100", "1").ask("100", "1"));
        assertThat(tickSize.of(state)).isNaN();
    }

    @Test
    void isTheSmallestOfSpreadLevelsAndMoves() {
        observe(Events.snapshot().bids("100x1", "99.9x1").asks("100.5x1", "100.6x1"));
        assertThat(tickSize.of(state)).isEqualTo(0.1);
        observe(Events.snapshot().bids("100.05x1", "99.9x1").asks("100.5x1", "100.7x1"));
        assertThat(tickSize.of(state)).isEqualTo(0.05);
        observe(Events.quote().bid("100.05", "1").ask("100.49", "1"));
        assertThat(tickSize.of(state)).isEqualTo(0.01);
    }

    @Test
    void startsAnewOnAnotherPriceScale() {
        observe(Events.quote().bid("100", "1").ask("100.01", "1"));
        assertThat(observe(Events.quote().bid("490", "1").ask("490.2", "1"))).isFalse();
        assertThat(observe(Events.quote().bid("49", "1").ask("49.5", "1"))).isTrue();
        assertThat(tickSize.of(state)).isEqualTo(0.5);
        assertThat(observe(Events.quote().bid("490", "1").ask("495", "1"))).isTrue();
        assertThat(tickSize.of(state)).isEqualTo(5);
    }

    @Test
    void oneSidedBooksTeachWhatTheyCan() {
        assertThat(observe(Events.snapshot().bids("100x1", "99.98x1"))).isFalse();
        assertThat(tickSize.of(state)).isEqualTo(0.02);
    }
}
