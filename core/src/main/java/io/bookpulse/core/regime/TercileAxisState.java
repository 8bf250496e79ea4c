package io.bookpulse.core.regime;

import io.bookpulse.core.stat.LogHistogramState;

/** Memory of one axis of the grid: bounded by the histogram's buckets. */
public final class TercileAxisState {
    /** The cell before the first value was placed. */
    public static final int NONE = -1;

    public LogHistogramState histogram = new LogHistogramState();

    /** First and second tercile as last drawn; NaN before. */
    public double lower = Double.NaN;

    public double upper = Double.NaN;

    /** 0 lower, 1 middle, 2 upper, or {@link #NONE}. */
    public int cell = NONE;
}
