package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingSumState;

/** Memory of {@link Differences}: one double per slot and window. */
public final class DifferencesState {
    /** Order flow of the open slot, units of the instrument. */
    public double flow;

    /** Whether nothing can be compared across the open slot. */
    public boolean interrupted;

    /** Mids of the last samples, one per slot of the return horizon; NaN = none. */
    public double[] mids = {};

    /** Weighted mid of the last sample, or NaN. */
    public double weightedMid = Double.NaN;

    public RollingSumState shortFlow = new RollingSumState();
    public RollingSumState longFlow = new RollingSumState();

    /** Squared returns, by window. */
    public RollingSumState[] variances = {};
}
