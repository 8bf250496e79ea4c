package io.bookpulse.core.detector;

/** The detectors that promise a rate of false alarms, and what their threshold is. */
public enum RatedDetector {
    /** Score of the spread, standard deviations. */
    SPREAD_SPIKE("spread-spike"),
    /** Median depth over depth: 1 / ratio. */
    DEPTH_COLLAPSE("depth-collapse"),
    /** Limit h. */
    CUSUM("cusum"),
    /** Limit lambda. */
    PAGE_HINKLEY("page-hinkley"),
    /** Limit L. */
    EWMA("ewma"),
    /** Probability of a recent change. */
    CHANGE_POINT("change-point"),
    /** Score of the volume, standard deviations. */
    VOLUME_BURST("volume-burst"),
    /** Ratio of the variances. */
    VOLATILITY_BURST("volatility-burst");

    private final String word;

    RatedDetector(String word) {
        this.word = word;
    }

    /** The name in configuration, calibration files and on the command line. */
    public String word() {
        return word;
    }

    /** The detector that watches for lasting shifts with that chart. */
    public static RatedDetector of(DriftChart chart) {
        return switch (chart) {
            case CUSUM -> CUSUM;
            case PAGE_HINKLEY -> PAGE_HINKLEY;
            case EWMA -> EWMA;
        };
    }
}
