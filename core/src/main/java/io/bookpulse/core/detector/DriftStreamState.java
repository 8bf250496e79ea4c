package io.bookpulse.core.detector;

/** Memory of one stream of {@link Drift}: constant size. */
public final class DriftStreamState {
    public ShiftChartState chart = new ShiftChartState();

    /** Source position of the first sample after the chart was last 0, upward and downward. */
    public String upSource = "";

    public String downSource = "";
}
