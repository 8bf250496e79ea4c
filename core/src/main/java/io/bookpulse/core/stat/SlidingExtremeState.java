package io.bookpulse.core.stat;

/** Memory of one {@link SlidingExtreme}: 1 kB. */
public final class SlidingExtremeState {
    /** Times and values that may still become the extreme, in a ring, oldest and furthest first. */
    public long[] timesNanos = {};

    public double[] values = {};

    /** Index of the oldest, and how many there are. */
    public int first;

    public int count;
}
