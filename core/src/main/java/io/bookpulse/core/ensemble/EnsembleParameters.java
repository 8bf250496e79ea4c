package io.bookpulse.core.ensemble;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * The ensemble of all detectors (DEFINITIONS 11.1).
 *
 * @param combination how the members' scores become one
 * @param weights what each member counts
 * @param minMembers least number of members with a weight that judge a sample, 1 to 5
 * @param threshold the limit of the ensemble's score
 * @param rearm an alert ends below this share of the limit that it passed, 0 to 1
 */
public record EnsembleParameters(
        Combination combination,
        EnsembleWeights weights,
        int minMembers,
        DynamicThresholdParameters threshold,
        double rearm)
        implements Serializable {
    /** Checks the ranges. */
    public EnsembleParameters {
        Checks.inRange(1, Members.COUNT, minMembers, "min-members");
        Checks.inRange(0, 1, rearm, "rearm");
    }

    /**
     * Weighted mean of at least two members (one alone says what its own alert says), over at 0.8
     * of the limit, so that a score on the limit is one alert and not many.
     */
    public static EnsembleParameters defaults() {
        return new EnsembleParameters(
                Combination.WEIGHTED_MEAN,
                EnsembleWeights.defaults(),
                2,
                DynamicThresholdParameters.defaults(),
                0.8);
    }
}
