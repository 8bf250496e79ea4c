package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingSumState;

/** Memory of {@link BarBuilder}: the open bar, and the volumes of the last bars. */
public final class BarState {
    /** Whether a bar is open, that is, has a trade. */
    public boolean open;

    /** Start of the open bar, ns since epoch UTC. */
    public long openTimeNanos;

    public double first;
    public double high;
    public double low;
    public double last;
    public double volume;
    public double quoteVolume;
    public long trades;
    public double takerBuyBase;
    public double takerBuyQuote;

    /** Close of the bar before, or NaN. */
    public double previousClose = Double.NaN;

    /** Volumes of the last bars. */
    public RollingSumState volumes = new RollingSumState();

    /** Start of the interval whose samples are counted, and how many had a valid book. */
    public long coveredTimeNanos = Long.MIN_VALUE;

    public int covered;
}
