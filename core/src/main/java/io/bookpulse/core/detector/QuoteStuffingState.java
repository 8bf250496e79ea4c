package io.bookpulse.core.detector;

import io.bookpulse.core.stat.RollingMomentsState;

/** Memory of {@link QuoteStuffing}: 2.5 kB with the default baseline. */
public final class QuoteStuffingState {
    /** Changed levels a sample. */
    public RollingMomentsState rates = new RollingMomentsState();

    /** Time of the sample before, 0 before the first, and the counts as of it. */
    public long sampleNanos;

    public long changes;
    public long decreases;
    public long trades;

    /** Whether the last sample found stuffing, since when, and how many have since the first. */
    public boolean open;

    public long onsetNanos;
    public int confirmations;

    /** Largest score since, and the rate at it. */
    public double worstScore = Double.NaN;

    public double worstValue = Double.NaN;

    /** Source position at the onset. */
    public String sourceFrom = "";

    /** Transitions emitted so far. */
    public long transitions;
}
