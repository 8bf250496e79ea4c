package io.bookpulse.core.detector;

/** Memory of one {@link Cusum}: constant size, about 500 bytes. */
public final class CusumState {
    /** What values are measured against. */
    public CusumBaselineState baseline = new CusumBaselineState();

    /** The same, but learning on, while the sums are raised; without meaning otherwise. */
    public CusumBaselineState trial = new CusumBaselineState();

    /** Whether a sum is above h/2, so that the baseline stands still. */
    public boolean raised;

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
