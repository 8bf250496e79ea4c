package io.bookpulse.core.stat;

/** Memory of one {@link RollingMedian} window: 16 bytes a slot and 16 beside. */
public final class RollingMedianState {
    /** The last slots, in a ring; NaN = missing, also before the first. */
    public double[] slots = {};

    /** Index in {@link #slots} of the oldest slot, which the next push replaces. */
    public int next;

    /**
     * The values in the window, ascending; {@link #count} of them, the rest is unused. Follows from
     * {@link #slots}: it is not stored, and empty until it is needed after the state was read.
     */
    public transient double[] sorted = {};

    /** Slots that hold a value. */
    public int count;
}
