package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingMedianState;
import io.bookpulse.core.stat.RollingMomentsState;

/** Memory of {@link Baselines}: one double per slot and window, two for the median. */
public final class BaselinesState {
    /** Spread samples, price units. */
    public RollingMomentsState spread = new RollingMomentsState();

    /** Top-depth samples, units of the instrument. */
    public RollingMedianState depth = new RollingMedianState();
}
