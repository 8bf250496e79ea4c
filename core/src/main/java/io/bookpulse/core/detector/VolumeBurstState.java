package io.bookpulse.core.detector;

import io.bookpulse.core.stat.LogHistogramState;

/** Memory of a {@link VolumeBurst}: some tens of bytes, 3.5 kB with empirical tails. */
public final class VolumeBurstState {
    private static final LogHistogramState[] NONE = {};

    public BurstState burst = new BurstState();

    /** The scores of each window; empty without empirical tails. */
    public LogHistogramState[] tails = NONE;

    /** The score of each window that counts as the threshold; empty without empirical tails. */
    public double[] limits = {};

    /** Samples since the limits were drawn. */
    public int sinceDrawn;
}
