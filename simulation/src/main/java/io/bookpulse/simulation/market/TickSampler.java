package io.bookpulse.simulation.market;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Samples one instrument's market at whole seconds after its start. */
final class TickSampler implements Iterator<TickRow> {
    private static final long SECOND = 1_000_000_000L;

    private final InstrumentMarket market;
    private final long lastNanos;
    private long timeNanos;
    private long bidE8;
    private long askE8;
    private long bidSizeE8;
    private long askSizeE8;
    private @Nullable MarketEvent ahead;

    TickSampler(MarketGeneratorParameters parameters) {
        this.market = new InstrumentMarket(parameters, 0);
        this.timeNanos = parameters.startNanos();
        this.lastNanos = timeNanos + parameters.duration().toNanos() - SECOND;
        this.ahead = market.next();
    }

    @Override
    public boolean hasNext() {
        return timeNanos <= lastNanos;
    }

    @Override
    public TickRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        timeNanos += SECOND;
        long tradePriceE8 = 0;
        long tradeSizeE8 = 0;
        while (ahead != null && ahead.eventTimeNanos <= timeNanos) {
            if (ahead.kind == EventKind.TRADE) {
                tradePriceE8 = ahead.priceE8;
                tradeSizeE8 += ahead.sizeE8;
            }
            bidE8 = market.bid().bestPriceE8();
            askE8 = market.ask().bestPriceE8();
            bidSizeE8 = market.bid().sizeE8(0);
            askSizeE8 = market.ask().sizeE8(0);
            ahead = market.next();
        }
        return new TickRow(
                timeNanos, bidE8, askE8, bidSizeE8, askSizeE8, tradePriceE8, tradeSizeE8);
    }
}
