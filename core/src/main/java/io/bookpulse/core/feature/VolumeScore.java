package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingMoments;
import java.io.Serializable;

/**
 * How unusual the volume of the last window is (DEFINITIONS 3.4): {@code z = (ln(1 + V) - mean) /
 * std} against the windows before, which do not overlap each other nor the current one. The std is
 * at least {@code 0.1 (1 - e^-mean)}, that of a volume which fluctuates by a tenth: a volume that
 * was all but constant would make any other one infinitely unusual.
 *
 * <p>The earlier windows are the buckets {@code (k W, (k+1) W]} of event time. The newest complete
 * bucket is held back until the next one is complete, because before that it overlaps the current
 * window; where a window ends on a bucket's end, the baseline is exactly the windows before it. A
 * bucket with a slot that has no sample is missing. O(1) a slot.
 */
public final class VolumeScore implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double DEGENERATE = 1e-9;

    /** The least fluctuation of volume: smaller ones are accidents of a short history. */
    private static final double LEAST_FLUCTUATION = 0.1;

    private final int slots;
    private final int minBuckets;
    private final RollingMoments moments;

    /**
     * The score of one window.
     *
     * @param slots length of the window in slots
     * @param buckets how many windows the baseline has
     * @param minBuckets least number of them behind a score
     */
    public VolumeScore(int slots, int buckets, int minBuckets) {
        this.slots = slots;
        this.minBuckets = minBuckets;
        moments = new RollingMoments(buckets);
    }

    /** The memory of an instrument that has not been seen yet. */
    public VolumeScoreState newState() {
        VolumeScoreState state = new VolumeScoreState();
        state.moments = moments.newState();
        return state;
    }

    /**
     * Takes in a slot with a sample.
     *
     * @param slot number of the slot
     * @param volume what was traded in it, units of the instrument
     */
    public void push(VolumeScoreState state, long slot, double volume) {
        if (!state.started) {
            state.started = true;
            state.broken = Math.floorMod(slot - 1, (long) slots) != 0;
        }
        state.volume += volume;
        if (Math.floorMod(slot, (long) slots) == 0) {
            complete(state);
        }
    }

    /** Takes in slots without samples, {@code first} to {@code last}, both included. */
    public void skip(VolumeScoreState state, long first, long last) {
        state.started = true;
        state.broken = true;
        long completed = Math.floorDiv(last, (long) slots) - Math.floorDiv(first - 1, (long) slots);
        if (completed > 0) {
            complete(state);
            moments.skip(state.moments, completed - 1);
            state.broken = Math.floorMod(last, (long) slots) != 0;
        }
    }

    /**
     * The score of the volume of the window that ends now; NaN below the least number of buckets,
     * and where nothing was traded in any of them: volume then has no scale.
     *
     * @param volume what was traded in the window, units of the instrument
     */
    public double of(VolumeScoreState state, double volume) {
        if (moments.count(state.moments) < minBuckets) {
            return Double.NaN;
        }
        double mean = moments.mean(state.moments);
        if (!(mean > DEGENERATE)) {
            return Double.NaN;
        }
        double deviation = moments.standardDeviation(state.moments);
        return (Math.log1p(volume) - mean) / Math.max(deviation, floor(mean));
    }

    /** Whether the deviation is none: below {@code 1e-9 max(1, |mean|)}. */
    public boolean isDegenerate(VolumeScoreState state) {
        return moments.count(state.moments) >= minBuckets
                && moments.standardDeviation(state.moments)
                        < DEGENERATE * Math.max(1, Math.abs(moments.mean(state.moments)));
    }

    private void complete(VolumeScoreState state) {
        moments.push(state.moments, state.held);
        state.held = state.broken ? Double.NaN : Math.log1p(state.volume);
        state.volume = 0;
        state.broken = false;
    }

    /** The deviation of ln(1 + V) while V fluctuates by a tenth around its usual size. */
    private static double floor(double mean) {
        return LEAST_FLUCTUATION * -Math.expm1(-mean);
    }
}
