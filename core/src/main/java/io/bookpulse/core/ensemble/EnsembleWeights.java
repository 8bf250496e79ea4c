package io.bookpulse.core.ensemble;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * What each member counts, 0 (not at all) to 1.
 *
 * @param rules spread and depth against their limits
 * @param drift shifts and change points: the larger of both
 * @param burst sudden activity
 * @param regime another regime
 * @param anomaly unusual combinations of features
 */
public record EnsembleWeights(
        double rules, double drift, double burst, double regime, double anomaly)
        implements Serializable {
    /** Checks the ranges. */
    public EnsembleWeights {
        Checks.inRange(0, 1, rules, "rules");
        Checks.inRange(0, 1, drift, "drift");
        Checks.inRange(0, 1, burst, "burst");
        Checks.inRange(0, 1, regime, "regime");
        Checks.inRange(0, 1, anomaly, "anomaly");
    }

    /** 1 each, the anomaly models 0.5 (DEFINITIONS 11.1). */
    public static EnsembleWeights defaults() {
        return new EnsembleWeights(1, 1, 1, 1, 0.5);
    }
}
