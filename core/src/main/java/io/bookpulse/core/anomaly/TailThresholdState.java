package io.bookpulse.core.anomaly;

import io.bookpulse.core.stat.LogHistogramState;

/** Memory of one {@link TailThreshold}: about 7 kB. */
public final class TailThresholdState {
    public LogHistogramState scores = new LogHistogramState();

    /** Scores since the limit was last calculated, or since the beginning. */
    public int sinceRefresh;

    /** The limit; NaN before the warm-up is over. */
    public double threshold = Double.NaN;
}
