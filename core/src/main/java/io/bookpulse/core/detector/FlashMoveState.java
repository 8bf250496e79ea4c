package io.bookpulse.core.detector;

import io.bookpulse.core.stat.EwMomentsState;
import io.bookpulse.core.stat.SlidingExtremeState;

/** Memory of {@link FlashMove}: about 2 kB. */
public final class FlashMoveState {
    /** Highest and lowest mid of the window. */
    public SlidingExtremeState highest = new SlidingExtremeState();

    public SlidingExtremeState lowest = new SlidingExtremeState();

    /** Moments of the returns from sample to sample, bps. */
    public EwMomentsState returns = new EwMomentsState();

    /** Number of those returns. */
    public long count;

    /** The sample before: its time, and its mid, NaN before the first. */
    public long sampleNanos;

    public double sampleMid = Double.NaN;

    /** Whether a move is waiting for its return. */
    public boolean open;

    /** +1 up, -1 down. */
    public int direction;

    /** When the limit was crossed, and when the mid last stood where it came from. */
    public long onsetNanos;

    public long fromNanos;

    /** Where the mid came from, and the furthest it went. */
    public double from = Double.NaN;

    public double peak = Double.NaN;

    /** Limit in bps at the onset, and the deviation behind it. */
    public double limitBps = Double.NaN;

    public double deviationBps = Double.NaN;

    /** Source position at the onset. */
    public String sourceFrom = "";

    /** Transitions emitted so far. */
    public long transitions;
}
