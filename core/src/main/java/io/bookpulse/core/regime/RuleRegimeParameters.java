package io.bookpulse.core.regime;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the grid of rule regimes is drawn (DEFINITIONS 10.1).
 *
 * @param memory time constant with which values are forgotten, above 0
 * @param warmUp time from the first usable sample to the first boundaries, above 0
 * @param refresh longest time between two drawings of the boundaries, at least the warm-up
 * @param hysteresis share of the middle cell's width by which a boundary must be passed, 0 to 1
 * @param leastMargin least share of the boundary itself by which it must be passed, 0 to 1
 */
public record RuleRegimeParameters(
        Duration memory, Duration warmUp, Duration refresh, double hysteresis, double leastMargin)
        implements Serializable {
    /** Checks the ranges. */
    public RuleRegimeParameters {
        Checks.atLeast(1L, memory.toNanos(), "memory");
        Checks.atLeast(1L, warmUp.toNanos(), "warm-up");
        Checks.atLeast(warmUp.toNanos(), refresh.toNanos(), "refresh");
        Checks.inRange(0, 1, hysteresis, "hysteresis");
        Checks.inRange(0, 1, leastMargin, "least-margin");
    }

    /**
     * 24 h of memory, refreshed hourly, past a boundary by 10 % (DEFINITIONS 10.1); first
     * boundaries after 10 min, two lengths of the volatility window; at least 25 % of the boundary,
     * three times the error of a variance of 300 returns: in a market whose volatility never
     * changes terciles are those of that error, and a margin of 5 % is passed a thousand times a
     * day.
     */
    public static RuleRegimeParameters defaults() {
        return new RuleRegimeParameters(
                Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofHours(1), 0.1, 0.25);
    }
}
