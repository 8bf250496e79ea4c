package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * Largest or smallest of the values of the last so many nanoseconds, at irregular times, in bounded
 * memory whatever the rate.
 *
 * <pre>
 * extreme(t) = max or min of x_i with t_i &gt;= t - window
 * grain      = window / GRAINS
 * </pre>
 *
 * <p>A value that a later one reaches or passes can never be the extreme again and is dropped (D.
 * Lemire, 2006, Streaming maximum-minimum filter using no more than three comparisons per element).
 * Of the others at most one a grain is kept, the furthest: a value less than a grain after it is
 * forgotten together with it. So the result lies between the extreme of the last {@code window -
 * grain} and that of the last {@code window}, both included, and the furthest value of a long
 * one-way move is never lost. O(1) amortised, no allocation.
 */
public final class SlidingExtreme implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Parts of the window that keep a value each. */
    public static final int GRAINS = 64;

    /** One more on each side: the first may lie on the window's edge, the last is the newest. */
    private static final int CAPACITY = GRAINS + 2;

    private final int sign;
    private final long windowNanos;
    private final long grainNanos;

    /**
     * Creates the logic.
     *
     * @param sign +1 for the largest value, -1 for the smallest
     * @param windowNanos how far back it looks, ns, at least 1
     */
    public SlidingExtreme(int sign, long windowNanos) {
        Checks.inRange(1, 1, Math.abs(sign), "|sign|");
        this.sign = sign;
        this.windowNanos = Checks.atLeast(1, windowNanos, "windowNanos");
        this.grainNanos = (windowNanos + GRAINS - 1) / GRAINS;
    }

    /** The memory of nothing seen. */
    public SlidingExtremeState newState() {
        SlidingExtremeState state = new SlidingExtremeState();
        state.timesNanos = new long[CAPACITY];
        state.values = new double[CAPACITY];
        return state;
    }

    /** Takes in a value of a time that is not before that of the last one; not NaN. */
    public void push(SlidingExtremeState state, long timeNanos, double x) {
        while (state.count > 0 && sign * (x - state.values[last(state)]) >= 0) {
            state.count--;
        }
        expire(state, timeNanos);
        if (state.count == 0 || timeNanos - state.timesNanos[last(state)] >= grainNanos) {
            state.count++;
            int index = last(state);
            state.timesNanos[index] = timeNanos;
            state.values[index] = x;
        }
    }

    /** Forgets all values. */
    public void clear(SlidingExtremeState state) {
        state.first = 0;
        state.count = 0;
    }

    /** The extreme of the window that ends with the last value; NaN if there is none. */
    public double value(SlidingExtremeState state) {
        return state.count == 0 ? Double.NaN : state.values[state.first];
    }

    /** When the extreme was last there, ns; 0 if there is none. */
    public long timeNanos(SlidingExtremeState state) {
        return state.count == 0 ? 0 : state.timesNanos[state.first];
    }

    private void expire(SlidingExtremeState state, long nowNanos) {
        while (state.count > 0 && state.timesNanos[state.first] < nowNanos - windowNanos) {
            state.first = state.first + 1 == CAPACITY ? 0 : state.first + 1;
            state.count--;
        }
    }

    private static int last(SlidingExtremeState state) {
        int index = state.first + state.count - 1;
        return index >= CAPACITY ? index - CAPACITY : index;
    }
}
