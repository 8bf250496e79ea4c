package io.bookpulse.core.decision;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a detection becomes an alert (DEFINITIONS 11.3).
 *
 * @param cooldown least event time between two onsets of the same type and direction; exactly this
 *     is enough. At least 0
 * @param breakThrough a score above this many times the last alerted one is not held back, from 1
 * @param falseDiscovery how false discoveries among all instruments are bounded
 */
public record DecisionParameters(
        Duration cooldown, double breakThrough, FalseDiscovery falseDiscovery)
        implements Serializable {
    /** Checks the ranges. */
    public DecisionParameters {
        Checks.atLeast(0L, cooldown.toNanos(), "cooldown");
        Checks.inRange(1, Double.MAX_VALUE, breakThrough, "break-through");
    }

    /**
     * 30 s, broken through at 1.5 times the last score (DEFINITIONS 11.3); no control of false
     * discoveries, because few alerts can have a probability small enough for it.
     */
    public static DecisionParameters defaults() {
        return new DecisionParameters(Duration.ofSeconds(30), 1.5, FalseDiscovery.OFF);
    }
}
