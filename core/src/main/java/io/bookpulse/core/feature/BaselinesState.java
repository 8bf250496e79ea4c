package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingMedianState;
import io.bookpulse.core.stat.RollingMomentsState;
import io.bookpulse.core.stat.SeasonalProfileState;

/** Memory of {@link Baselines}: one double per slot and window, two for the median. */
public final class BaselinesState {
    /** Spread samples, price units. */
    public RollingMomentsState spread = new RollingMomentsState();

    /** Top-depth samples, units of the instrument. */
    public RollingMedianState depth = new RollingMedianState();

    /** The same spread samples for the robust score; empty unless it is asked for. */
    public RollingMedianState spreadMedian = new RollingMedianState();

    /** Spread by time of the day, price units; empty unless the seasonal score is asked for. */
    public SeasonalProfileState season = new SeasonalProfileState();
}
