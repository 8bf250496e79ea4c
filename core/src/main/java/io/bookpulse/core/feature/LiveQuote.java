package io.bookpulse.core.feature;

/**
 * The best prices as of now, beside the baselines frozen at the last grid point: what an excursion
 * is judged by on the event clock. One reused struct per instrument, so nothing is allocated per
 * event.
 *
 * <p>For an event in {@code (g, g + interval]} the baselines are those of the windows that end with
 * the sample at {@code g}, which is what the exclusive windows of the sample at {@code g +
 * interval} hold. So live value and sample are judged by the same measure.
 */
public final class LiveQuote {
    /** {@code venue:symbol}. */
    public String instrument = "";

    /** Time of the event, or the grid point; ns since epoch UTC. */
    public long eventTimeNanos;

    /** Whether this is a grid point of the sample clock rather than a change. */
    public boolean onGrid;

    /**
     * Whether the book can be judged: synchronised, not crossed, not stale. One side may still be
     * empty.
     */
    public boolean valid;

    /** Best ask - best bid, price units; NaN when a side is empty or the book is not valid. */
    public double spread = Double.NaN;

    /** Middle of the best prices, price units; NaN as the spread. */
    public double mid = Double.NaN;

    /** Best bid size + best ask size, 0 for an empty book; NaN when the book is not valid. */
    public double topDepth = Double.NaN;

    /** Mean of the spread samples in the window; NaN without any. */
    public double spreadMean = Double.NaN;

    /** Standard deviation (n-1) of the same samples, not below its floor; NaN below 2 samples. */
    public double spreadStd = Double.NaN;

    /** How many spread samples the window holds. */
    public int spreadCount;

    /** Median or time of day's mean of the spread; NaN unless such a score is asked for. */
    public double spreadCenter = Double.NaN;

    /** 1.4826 MAD or time of day's deviation of the spread, not below its floor; NaN likewise. */
    public double spreadScale = Double.NaN;

    /** Median of the top-depth samples in the window; NaN below their minimum. */
    public double depthMedian = Double.NaN;

    /** How many depth samples the window holds. */
    public int depthCount;

    /** Changes of levels so far, and those of them that made a level smaller. */
    public long changes;

    public long decreases;

    /** Trades so far. */
    public long trades;

    /** Bitmap of {@link io.bookpulse.core.event.QualityFlag}. */
    public long flags;

    /** Share of accepted weight in the events of the last 60 s as of the last sample, 0 to 1. */
    public double quality = Double.NaN;

    /** Where the last event came from; the position within it follows. */
    public String source = "";

    /** Line (from 1) or offset within {@link #source}. */
    public long sourcePosition;
}
