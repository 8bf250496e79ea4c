package io.bookpulse.core.regime;

import io.bookpulse.core.stat.LogHistogram;
import java.io.Serializable;

/**
 * One axis of the grid: puts a value into the lower, middle or upper tercile of its own past, and
 * keeps it there until it has clearly left.
 *
 * <pre>
 * margin(boundary) = max(hysteresis (upper - lower), leastMargin boundary)
 * up:   x &gt; boundary above the cell + margin        down: x &lt; boundary below the cell - margin
 * </pre>
 *
 * The outer cells have no width of their own and take the middle one's. Adding is O(1), drawing the
 * boundaries O(buckets), no allocation.
 */
final class TercileAxis implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LAST = 2;

    private final LogHistogram histogram;
    private final double hysteresis;
    private final double leastMargin;

    TercileAxis(LogHistogram histogram, RuleRegimeParameters parameters) {
        this.histogram = histogram;
        this.hysteresis = parameters.hysteresis();
        this.leastMargin = parameters.leastMargin();
    }

    TercileAxisState initialState() {
        TercileAxisState state = new TercileAxisState();
        state.histogram = histogram.newState();
        return state;
    }

    void add(TercileAxisState state, long timeNanos, double x) {
        histogram.decay(state.histogram, timeNanos);
        histogram.add(state.histogram, x);
    }

    void drawBoundaries(TercileAxisState state) {
        state.lower = histogram.quantile(state.histogram, 1.0 / 3);
        state.upper = histogram.quantile(state.histogram, 2.0 / 3);
    }

    /** Moves to the cell of a value; the margins by which it passed, or 0 if it stays. */
    double move(TercileAxisState state, double x) {
        if (state.cell == TercileAxisState.NONE) {
            state.cell = x <= state.lower ? 0 : x <= state.upper ? 1 : LAST;
            return 0;
        }
        double passed = 0;
        while (state.cell < LAST && above(state, state.cell, x) > 1) {
            passed = above(state, state.cell++, x);
        }
        while (state.cell > 0 && -above(state, state.cell - 1, x) > 1) {
            passed = -above(state, --state.cell, x);
        }
        return passed;
    }

    /** How many margins a value lies beyond its cell: 0 inside, above 1 it leaves. */
    double strain(TercileAxisState state, double x) {
        double up = state.cell < LAST ? above(state, state.cell, x) : 0;
        double down = state.cell > 0 ? -above(state, state.cell - 1, x) : 0;
        return Math.max(0, Math.max(up, down));
    }

    /** The boundary that a value crossed to come from one cell to another. */
    static double crossed(TercileAxisState state, int from) {
        int boundary = state.cell > from ? state.cell - 1 : state.cell;
        return boundary == 0 ? state.lower : state.upper;
    }

    private double above(TercileAxisState state, int boundary, double x) {
        double at = boundary == 0 ? state.lower : state.upper;
        double margin = Math.max(hysteresis * (state.upper - state.lower), leastMargin * at);
        return (x - at) / Math.max(margin, Double.MIN_NORMAL);
    }
}
