package io.bookpulse.core.detector;

import io.bookpulse.core.stat.EwAutocorrelationState;
import io.bookpulse.core.stat.EwMomentsState;

/** Memory of one baseline of a {@link ShiftChart}: constant size. */
public final class ChartBaselineState {
    public EwMomentsState moments = new EwMomentsState();
    public EwAutocorrelationState autocorrelation = new EwAutocorrelationState();

    /** Mean square of the winsorised innovations, 1 as long as they are as large as expected. */
    public double power = 1;
}
