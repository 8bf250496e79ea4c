package io.bookpulse.core.detector;

/** Memory of one feature of a {@link ChangePoint}: constant size. */
public final class ChangeFeatureState {
    public CusumBaselineState baseline = new CusumBaselineState();

    /** The value of the last sample. */
    public double last;
}
