package io.bookpulse.core.detector;

import io.bookpulse.core.stat.EwAutocorrelationState;
import io.bookpulse.core.stat.EwMomentsState;

/** Memory of one {@link Cusum}: constant size, about 250 bytes. */
public final class CusumState {
    /** Baseline, and autocorrelation of the values; both held while the sums are raised. */
    public EwMomentsState moments = new EwMomentsState();

    public EwAutocorrelationState autocorrelation = new EwAutocorrelationState();

    /** Values that the baseline has learned before the sums started, up to the warm-up. */
    public int warm;

    /** Time of the last usable value, ns since epoch UTC, and that value. */
    public long lastNanos;

    public double last = Double.NaN;

    /** The two sums, the samples in them, and when each was last 0. */
    public double up;

    public double down;
    public int upSamples;
    public int downSamples;
    public long upZeroNanos;
    public long downZeroNanos;
}
