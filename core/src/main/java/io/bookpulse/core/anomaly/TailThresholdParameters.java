package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the limit of a score follows from the scores before it.
 *
 * @param share of the scores that may pass, 1e-7 to 0.5
 * @param warmUp scores before there is a limit, 100 to 1,000,000
 * @param refresh scores between two calculations of the limit, 1 to 100,000
 * @param memory after this time a score counts 1/e, above 0
 */
public record TailThresholdParameters(double share, int warmUp, int refresh, Duration memory)
        implements Serializable {
    /** Checks the ranges. */
    public TailThresholdParameters {
        Checks.inRange(1e-7, 0.5, share, "share");
        Checks.inRange(100, 1_000_000, warmUp, "warm-up");
        Checks.inRange(1, 100_000, refresh, "refresh");
        Checks.atLeast(1L, memory.toNanos(), "memory");
    }

    /**
     * 5 % of the scores (DEFINITIONS 20), 500 scores before the first limit (25 of them are then in
     * the upper twentieth from which the tail is drawn), anew every 250, a memory of a day.
     */
    public static TailThresholdParameters defaults() {
        return new TailThresholdParameters(0.05, 500, 250, Duration.ofDays(1));
    }

    /** Returns these with another share. */
    public TailThresholdParameters withShare(double passing) {
        return new TailThresholdParameters(passing, warmUp, refresh, memory);
    }
}
