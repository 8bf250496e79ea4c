package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How the probabilities of regimes become a published regime (DEFINITIONS 10.3, 10.5).
 *
 * @param confidence least probability of a regime that is published, above 0.5, at most 1
 * @param confirmations consecutive bars with that confidence before the regime changes, at least 1
 * @param changeLag bars over which the shift of the probabilities is measured, 1 to 60
 * @param emissionFloor weight of a uniform density that is added to every regime's, 0 to 1
 */
public record HmmParameters(
        double confidence, int confirmations, int changeLag, double emissionFloor)
        implements Serializable {
    /** Checks the ranges. */
    public HmmParameters {
        Checks.inRange(Math.nextUp(0.5), 1, confidence, "confidence");
        Checks.atLeast(1, confirmations, "confirmations");
        Checks.inRange(1, 60, changeLag, "change-lag");
        Checks.inRange(0, 1, emissionFloor, "emission-floor");
    }

    /** 0.7 for 2 bars, a shift over 5 bars (DEFINITIONS 10.5), a floor of 1e-4 (10.3). */
    public static HmmParameters defaults() {
        return new HmmParameters(0.7, 2, 5, 1e-4);
    }

    /**
     * The score of a change: the least shift between two regimes that are both held with
     * confidence, {@code 2 confidence - 1}.
     */
    public double changeThreshold() {
        return 2 * confidence - 1;
    }
}
