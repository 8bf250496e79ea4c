package io.bookpulse.core.detector;

import io.bookpulse.core.stat.RollingMedianState;

/** Memory of one feature of a {@link ChangePoint}: constant size, some kB with normal scores. */
public final class ChangeFeatureState {
    public ChartBaselineState baseline = new ChartBaselineState();

    /** The last innovations, without normal scores empty. */
    public RollingMedianState innovations = new RollingMedianState();

    /** The value of the last sample. */
    public double last;
}
