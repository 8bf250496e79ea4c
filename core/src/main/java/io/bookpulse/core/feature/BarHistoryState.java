package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingSumState;

/** Memory of {@link BarHistory}: a close and the volumes of the last bars. */
public final class BarHistoryState {
    /** Close of the bar before, or NaN. */
    public double previousClose = Double.NaN;

    /** Volumes of the last bars. */
    public RollingSumState volumes = new RollingSumState();
}
