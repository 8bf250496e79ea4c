package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How a {@link Bocpd} looks for changes (DEFINITIONS 8.6).
 *
 * @param expectedRun samples from one change to the next that are expected beforehand: the hazard
 *     is its inverse; 2 to 100,000
 * @param recentRun a run of at most so many samples is a recent change, at least 1
 * @param threshold probability of a recent change at which an alarm is raised, 0.0001 to 1
 * @param maxRun longest run that is told apart; longer ones are one that forgets; at least {@code 2
 *     recentRun}, at most 10,000
 * @param leastMass runs less probable than this are dropped, 0 to 0.00001
 * @param clip values further from 0 are moved to this distance, standard deviations, at least 1
 */
public record BocpdParameters(
        double expectedRun,
        int recentRun,
        double threshold,
        int maxRun,
        double leastMass,
        double clip)
        implements Serializable {
    /** Checks the ranges. */
    public BocpdParameters {
        Checks.inRange(2, 100_000, expectedRun, "expected-run");
        Checks.atLeast(1, recentRun, "recent-run");
        Checks.inRange(0.0001, 1, threshold, "threshold");
        Checks.inRange(2.0 * recentRun, 10_000, maxRun, "max-run");
        Checks.inRange(0, 1e-5, leastMass, "least-mass");
        Checks.inRange(1, Double.MAX_VALUE, clip, "clip");
    }

    /**
     * A change every 250 samples, recent within 10, alarm at 0.7, 300 runs, mass 1e-6, clipped at 6
     * (DEFINITIONS 8.6, 20).
     */
    public static BocpdParameters defaults() {
        return new BocpdParameters(250, 10, 0.7, 300, 1e-6, 6);
    }
}
