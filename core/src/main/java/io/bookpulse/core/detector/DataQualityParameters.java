package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * When a feed is too poor to judge its market (DEFINITIONS 1).
 *
 * @param threshold quality below which the other detectors are held back and an alert begins, 0 to
 *     1
 * @param rearm quality at which the alert ends, from threshold to 1
 * @param minSamples samples with a known quality before the first alert, at least 1
 */
public record DataQualityParameters(double threshold, double rearm, int minSamples)
        implements Serializable {
    /** Checks the ranges. */
    public DataQualityParameters {
        Checks.inRange(0, 0.999, threshold, "threshold");
        Checks.inRange(threshold, 1, rearm, "rearm");
        Checks.atLeast(1, minSamples, "min-samples");
    }

    /**
     * 0.8, where the other detectors stop; ends at 0.9; half of the 60 s that quality looks back
     * on.
     */
    public static DataQualityParameters defaults() {
        return new DataQualityParameters(0.8, 0.9, 30);
    }
}
