package io.bookpulse.core.event;

/** Trades of one instrument in {@code [openTime, openTime + interval)}: columns of {@code bars}. */
public final class Bar {
    public String instrument = "";

    /** Length, ns. */
    public long intervalNanos;

    /** Start, ns since epoch UTC; a multiple of the interval. */
    public long openTimeNanos;

    /** Open time + interval - 1 ms, as venues publish it. */
    public long closeTimeNanos;

    public double open = Double.NaN;
    public double high = Double.NaN;
    public double low = Double.NaN;
    public double close = Double.NaN;
    public double volume;
    public double quoteVolume;
    public long trades;
    public double takerBuyBase;
    public double takerBuyQuote;
    public double vwap = Double.NaN;

    /** ln(close / previous bar's close). */
    public double momentum = Double.NaN;

    /** (high - low) / open. */
    public double range = Double.NaN;

    /** volume / mean volume of the last 20 bars, this one included. */
    public double activity = Double.NaN;

    /** Regime at the bar's close, or empty. */
    public String regime = "";

    /** Probability of each regime, the calmest first; empty where no model judged the bar. */
    public double[] regimeProbabilities = {};

    /** Kind and version of the model that judged it, such as {@code hmm:0123...}, or empty. */
    public String modelVersion = "";

    /** Share of the interval with a valid book, 0 to 1. */
    public double coverage = Double.NaN;

    /** 0 for the first publication, +1 for each correction. */
    public int revision;

    /** Position of the first and last trade, or of the bar itself, {@code source:position}. */
    public String sourceFrom = "";

    public String sourceTo = "";

    /** The last instant that belongs to it, ns since epoch UTC. */
    public long endNanos() {
        return openTimeNanos + intervalNanos - 1;
    }
}
