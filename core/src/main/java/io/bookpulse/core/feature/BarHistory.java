package io.bookpulse.core.feature;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.stat.RollingSum;
import java.io.Serializable;

/**
 * Sets a bar against the ones before it (DEFINITIONS 6.4), whether it was made of trades here or
 * published by a venue.
 *
 * <pre>
 * momentum = ln(close / close of the last bar)      NaN for the first bar
 * range    = (high - low) / open
 * activity = volume / mean volume of the last n bars, this one included; NaN below n bars
 * </pre>
 *
 * O(1) a bar, no allocation.
 */
public final class BarHistory implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int activityBars;
    private final RollingSum volumes;

    /** Measures activity over those parameters' bars. */
    public BarHistory(BarParameters parameters) {
        activityBars = parameters.activityBars();
        volumes = new RollingSum(activityBars);
    }

    /** The memory of an instrument that has not been seen yet. */
    public BarHistoryState newState() {
        BarHistoryState state = new BarHistoryState();
        state.volumes = volumes.newState();
        return state;
    }

    /** Completes the next bar of the instrument. */
    public void complete(BarHistoryState state, Bar bar) {
        volumes.push(state.volumes, bar.volume);
        double sum = volumes.sum(state.volumes);
        boolean full = volumes.count(state.volumes) == activityBars;
        bar.momentum = Math.log(bar.close / state.previousClose);
        bar.range = (bar.high - bar.low) / bar.open;
        bar.activity = full && sum > 0 ? bar.volume * activityBars / sum : Double.NaN;
        state.previousClose = bar.close;
    }
}
