package io.bookpulse.core.market;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.MarketEvent;
import java.util.List;

/** A market with its memory and what it found, for tests that read like a story. */
public final class TestingMarket {
    public final Market market;
    public final MarketState state;
    public final TestingOutput out = new TestingOutput();

    public TestingMarket() {
        this(MarketParameters.defaults());
    }

    public TestingMarket(MarketParameters parameters) {
        this(new Market(parameters));
    }

    public TestingMarket(Market market) {
        this.market = market;
        state = market.newState();
    }

    public TestingMarket event(EventBuilder event) {
        market.update(state, event.build(), out);
        return this;
    }

    public TestingMarket events(List<MarketEvent> events) {
        for (MarketEvent event : events) {
            market.update(state, event, out);
        }
        return this;
    }

    public TestingMarket advanceToSecond(long second) {
        market.advance(state, second * 1_000_000_000L, out);
        return this;
    }

    public TestingMarket end() {
        market.advance(state, Long.MAX_VALUE, out);
        return this;
    }
}
