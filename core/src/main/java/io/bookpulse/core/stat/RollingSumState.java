package io.bookpulse.core.stat;

/** Memory of one {@link RollingSum} window: 8 bytes a slot and 32 beside. */
public final class RollingSumState {
    /** The last slots, in a ring; NaN = missing, also before the first. */
    public double[] slots = {};

    /** Index in {@link #slots} of the oldest slot, which the next push replaces. */
    public int next;

    /** Slots that hold a value. */
    public int count;

    /** Their sum. */
    public NeumaierSum sum = new NeumaierSum();

    /** Values removed since the sum was last rebuilt. */
    public int evictions;
}
