package io.bookpulse.core.detector;

/** Memory of one {@link ShiftChart}: constant size, about 500 bytes. */
public final class ShiftChartState {
    /** What values are measured against. */
    public ChartBaselineState baseline = new ChartBaselineState();

    /** The same, but learning on, while the chart is raised; without meaning otherwise. */
    public ChartBaselineState trial = new ChartBaselineState();

    /** Whether the statistic is above half of the limit, so that the baseline stands still. */
    public boolean raised;

    /** Values that the baseline has learned before the chart started, up to the warm-up. */
    public int warm;

    /** Time of the last usable value, ns since epoch UTC, and that value. */
    public long lastNanos;

    public double last = Double.NaN;

    /** Memory of the chart itself. */
    public ChartState chart = new ChartState();
}
