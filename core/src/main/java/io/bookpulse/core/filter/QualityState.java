package io.bookpulse.core.filter;

/** Memory of {@link Quality}: accepted weight and number of events by slot of the sample grid. */
public final class QualityState {
    /** Sum of weights by slot, in a ring. */
    public double[] weights = {};

    /** Events by slot, in a ring. */
    public long[] events = {};

    /** The newest slot; {@link Long#MIN_VALUE} before the first. */
    public long slot = Long.MIN_VALUE;

    /** Sums over the slots before the newest that are within the window. */
    public double closedWeight;

    public long closedEvents;
}
