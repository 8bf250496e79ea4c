package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How a model is fitted (DEFINITIONS 10.2).
 *
 * @param restarts k-means++ starts for each number of regimes; the best log-likelihood is kept
 * @param iterations at most, of Baum-Welch
 * @param tolerance rise of the log-likelihood per observation below which it stops
 * @param ridge share of each feature's variance that is added to every covariance
 * @param leastShare weight below which a regime is started anew, once
 * @param seed of the random starts
 */
public record HmmTrainingParameters(
        int restarts, int iterations, double tolerance, double ridge, double leastShare, long seed)
        implements Serializable {
    /** Checks the ranges. */
    public HmmTrainingParameters {
        Checks.atLeast(1, restarts, "restarts");
        Checks.atLeast(1, iterations, "iterations");
        Checks.inRange(0, 1, tolerance, "tolerance");
        Checks.inRange(0, 1, ridge, "ridge");
        Checks.inRange(0, 0.5, leastShare, "least-share");
    }

    /** The values of DEFINITIONS 10.2; seed 1. */
    public static HmmTrainingParameters defaults() {
        return new HmmTrainingParameters(5, 100, 1e-4, 1e-3, 0.01, 1);
    }
}
