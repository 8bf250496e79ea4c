package io.bookpulse.core.detector;

/** Which control chart watches the streams of {@link Drift}. */
public enum DriftChart {
    /** {@link CusumParameters}: fastest for a shift of a known size. */
    CUSUM("cusum"),
    /** {@link PageHinkleyParameters}: a CUSUM around the mean since the last alarm. */
    PAGE_HINKLEY("page_hinkley"),
    /** {@link EwmaParameters}: a weighted mean, about as fast and the easiest to draw. */
    EWMA("ewma");

    private final String evidenceName;

    DriftChart(String evidenceName) {
        this.evidenceName = evidenceName;
    }

    /** The name that its statistic has in the evidence. */
    public String evidenceName() {
        return evidenceName;
    }
}
