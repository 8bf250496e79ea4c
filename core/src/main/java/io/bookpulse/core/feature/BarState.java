package io.bookpulse.core.feature;

/** Memory of {@link BarBuilder}: the open bar, and what is kept of the last bars. */
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

    /** Where its trades came from. */
    public SourceSpan source = new SourceSpan();

    /** The bars before. */
    public BarHistoryState history = new BarHistoryState();

    /** Start of the interval whose samples are counted, and how many had a valid book. */
    public long coveredTimeNanos = Long.MIN_VALUE;

    public int covered;
}
