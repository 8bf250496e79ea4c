package io.bookpulse.core.detector;

/** Memory of one feature of a {@link ChangePoint}: constant size. */
public final class ChangeFeatureState {
    public ChartBaselineState baseline = new ChartBaselineState();

    /** The value of the last sample. */
    public double last;
}
