package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * When the quoted spread is a spike (DEFINITIONS 8.1, 8.8 P1).
 *
 * @param threshold score at which an excursion begins, standard deviations, above 0
 * @param confirmLevel score at which a grid sample still confirms it, from rearm to threshold
 * @param rearm score below which it ends, from 0 to threshold
 * @param tailCalibrated whether the score is the normal quantile of the Student tail probability
 *     (DEFINITIONS 7.3) instead of the raw z; needed for a threshold that follows from a rate
 * @param minSamples least number of samples behind mean and deviation, at least 3
 * @param excursion what all excursions share
 */
public record SpreadSpikeParameters(
        double threshold,
        double confirmLevel,
        double rearm,
        boolean tailCalibrated,
        int minSamples,
        ExcursionParameters excursion)
        implements Serializable {
    /** Checks the ranges. */
    public SpreadSpikeParameters {
        Checks.positive(threshold, "threshold");
        Checks.inRange(0, threshold, rearm, "rearm");
        Checks.inRange(rearm, threshold, confirmLevel, "confirm-level");
        Checks.atLeast(3, minSamples, "min-samples");
    }

    /**
     * The values to be compared with: raw z of 3 over 60 s, confirmed at 2, re-armed at 1.5, from
     * the 30th sample on (below it a z above 3 is hardly possible).
     */
    public static SpreadSpikeParameters defaults() {
        return new SpreadSpikeParameters(3.0, 2.0, 1.5, false, 30, ExcursionParameters.defaults());
    }

    /**
     * Returns these with a calibrated threshold: tail-calibrated score, confirmed at two thirds of
     * the threshold and re-armed at half of it, as in {@link #defaults()}.
     */
    public SpreadSpikeParameters calibratedTo(double tailThreshold) {
        return new SpreadSpikeParameters(
                tailThreshold,
                tailThreshold * 2 / 3,
                tailThreshold / 2,
                true,
                minSamples,
                excursion);
    }
}
