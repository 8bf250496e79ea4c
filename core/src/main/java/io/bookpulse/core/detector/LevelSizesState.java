package io.bookpulse.core.detector;

import io.bookpulse.core.stat.RollingMedianState;

/** Memory of {@link LevelSizes}: 2 kB with the default baseline. */
public final class LevelSizesState {
    /** Size of the largest of the best levels, one value a sample. */
    public RollingMedianState largestSizes = new RollingMedianState();

    /** Size of the best levels of a side, one value a sample. */
    public RollingMedianState depths = new RollingMedianState();

    /** The median of each, units; NaN while not known. */
    public double largest = Double.NaN;

    public double depth = Double.NaN;
}
