package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import io.bookpulse.core.feature.SpreadScore;
import java.io.Serializable;

/**
 * When the quoted spread is a spike (DEFINITIONS 8.1, 8.8 P1).
 *
 * @param threshold score at which an excursion begins, standard deviations, above 0
 * @param confirmLevel score at which a grid sample still confirms it, from rearm to threshold
 * @param rearm score below which it ends, from 0 to threshold
 * @param score what the spread is measured against, and how (DEFINITIONS 7.3); a threshold that
 *     follows from a rate needs one with the tail of a normal variable
 * @param minSamples least number of samples behind the score, at least 3; the seasonal score counts
 *     days instead
 * @param severeBps spread above the usual one, in bps of the mid, below which a spike is LOW
 *     whatever its score; at least 0, 0: severity by the score alone
 * @param excursion what all excursions share
 */
public record SpreadSpikeParameters(
        double threshold,
        double confirmLevel,
        double rearm,
        SpreadScore score,
        int minSamples,
        double severeBps,
        ExcursionParameters excursion)
        implements Serializable {
    /** Checks the ranges. */
    public SpreadSpikeParameters {
        Checks.positive(threshold, "threshold");
        Checks.inRange(0, threshold, rearm, "rearm");
        Checks.inRange(rearm, threshold, confirmLevel, "confirm-level");
        Checks.atLeast(3, minSamples, "min-samples");
        Checks.inRange(0, 10_000, severeBps, "severe-bps");
    }

    /**
     * The values to be compared with: raw z of 3 over 60 s, confirmed at 2, re-armed at 1.5, from
     * the 30th sample on (below it a z above 3 is hardly possible). Severe from 0.5 bps on: less
     * than any venue charges for a trade, so nobody's costs change.
     */
    public static SpreadSpikeParameters defaults() {
        return new SpreadSpikeParameters(
                3.0, 2.0, 1.5, SpreadScore.PLAIN, 30, 0.5, ExcursionParameters.defaults());
    }

    /**
     * Returns these with a calibrated threshold, confirmed at two thirds of it and re-armed at half
     * of it, as in {@link #defaults()}; a score without the tail of a normal variable becomes the
     * tail-calibrated one.
     */
    public SpreadSpikeParameters calibratedTo(double tailThreshold) {
        return new SpreadSpikeParameters(
                tailThreshold,
                tailThreshold * 2 / 3,
                tailThreshold / 2,
                calibratedScore(),
                minSamples,
                severeBps,
                excursion);
    }

    private SpreadScore calibratedScore() {
        return switch (score) {
            case PLAIN, INCLUSIVE -> SpreadScore.TAIL_CALIBRATED;
            case TAIL_CALIBRATED, ROBUST, SEASONAL -> score;
        };
    }
}
