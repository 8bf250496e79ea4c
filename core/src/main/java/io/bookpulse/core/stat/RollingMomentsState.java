package io.bookpulse.core.stat;

/** Memory of one {@link RollingMoments} window: 8 bytes a slot and 48 beside. */
public final class RollingMomentsState {
    /** The last slots, in a ring; NaN = missing, also before the first. */
    public double[] slots = {};

    /** Index in {@link #slots} of the oldest slot, which the next push replaces. */
    public int next;

    /** Slots that hold a value. */
    public int count;

    /** What is subtracted from each value before it is accumulated. */
    public double origin;

    /** Mean of the values less {@link #origin}. */
    public double mean;

    /** Sum of squared deviations from the mean. */
    public double squares;

    /** The largest {@link #squares} since the sums were last rebuilt: tells when they cancelled. */
    public double peakSquares;

    /** Values removed since the sums were last rebuilt. */
    public int evictions;
}
