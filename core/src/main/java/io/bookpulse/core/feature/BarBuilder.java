package io.bookpulse.core.feature;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import java.io.Serializable;

/**
 * Gathers trades into bars {@code [open, open + interval)} of event time (DEFINITIONS 6).
 *
 * <pre>
 * coverage = sample points in the interval with a usable book / all of them
 * </pre>
 *
 * The rest of its features: {@link BarHistory}. A bar without a trade does not exist: the last bar
 * is the last one with a trade. O(1) a trade; only a finished bar is allocated.
 */
public final class BarBuilder implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double UNIT = 1e8;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final long intervalNanos;
    private final int samples;
    private final BarHistory history;

    /** Bars of the parameters' interval. */
    public BarBuilder(FeatureParameters parameters) {
        intervalNanos = parameters.bars().interval().toNanos();
        samples = parameters.slots(parameters.bars().interval());
        history = new BarHistory(parameters.bars());
    }

    /** The memory of an instrument that has not been seen yet. */
    public BarState newState() {
        BarState state = new BarState();
        state.history = history.newState();
        return state;
    }

    /**
     * Takes in a trade. A bar that the trade does not belong to must have been finished before.
     *
     * @param sign +1 purchase, -1 sale, 0 not known
     */
    public void add(BarState state, MarketEvent trade, int sign) {
        double price = trade.priceE8 / UNIT;
        double size = trade.sizeE8 / UNIT;
        if (!state.open) {
            open(state, trade.eventTimeNanos, price);
        }
        state.high = Math.max(state.high, price);
        state.low = Math.min(state.low, price);
        state.last = price;
        state.trades++;
        state.source.add(trade);
        state.volume += size;
        state.quoteVolume += price * size;
        if (sign > 0) {
            state.takerBuyBase += size;
            state.takerBuyQuote += price * size;
        }
    }

    /** Takes in a sample point and whether it found a usable book. */
    public void sample(BarState state, long gridNanos, boolean usable) {
        long interval = start(gridNanos);
        if (interval != state.coveredTimeNanos) {
            state.coveredTimeNanos = interval;
            state.covered = 0;
        }
        state.covered += usable ? 1 : 0;
    }

    /**
     * The last instant of the open bar, ns since epoch UTC: once no event at or before it can come,
     * the bar is finished. {@link Long#MAX_VALUE} if no bar is open.
     */
    public long dueNanos(BarState state) {
        return state.open ? state.openTimeNanos + intervalNanos - 1 : Long.MAX_VALUE;
    }

    /** Finishes the open bar. */
    public Bar finish(BarState state) {
        Bar bar = new Bar();
        bar.intervalNanos = intervalNanos;
        bar.openTimeNanos = state.openTimeNanos;
        bar.closeTimeNanos = state.openTimeNanos + intervalNanos - NANOS_PER_MILLI;
        trades(state, bar);
        history.complete(state.history, bar);
        boolean covered = state.coveredTimeNanos == state.openTimeNanos;
        bar.coverage = covered ? (double) state.covered / samples : 0;
        bar.sourceFrom = state.source.from();
        bar.sourceTo = state.source.to();
        state.source.restart();
        state.open = false;
        return bar;
    }

    private void open(BarState state, long timeNanos, double price) {
        state.open = true;
        state.openTimeNanos = start(timeNanos);
        state.first = price;
        state.high = price;
        state.low = price;
        state.volume = 0;
        state.quoteVolume = 0;
        state.trades = 0;
        state.takerBuyBase = 0;
        state.takerBuyQuote = 0;
    }

    private static void trades(BarState state, Bar bar) {
        bar.open = state.first;
        bar.high = state.high;
        bar.low = state.low;
        bar.close = state.last;
        bar.volume = state.volume;
        bar.quoteVolume = state.quoteVolume;
        bar.trades = state.trades;
        bar.takerBuyBase = state.takerBuyBase;
        bar.takerBuyQuote = state.takerBuyQuote;
        if (state.volume > 0) {
            bar.vwap = state.quoteVolume / state.volume;
        }
    }

    private long start(long timeNanos) {
        return Math.floorDiv(timeNanos, intervalNanos) * intervalNanos;
    }
}
