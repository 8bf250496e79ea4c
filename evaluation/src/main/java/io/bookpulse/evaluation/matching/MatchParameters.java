package io.bookpulse.evaluation.matching;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * When an alert counts as near an event: {@code onset - early <= t <= end + late}.
 *
 * @param early how long before the onset an alert still counts, at least 0
 * @param late how long after the end an alert still counts, at least 0
 */
public record MatchParameters(Duration early, Duration late) {
    /** Validates the ranges. */
    public MatchParameters {
        Checks.atLeast(0, early.toNanos(), "early");
        Checks.atLeast(0, late.toNanos(), "late");
    }

    /** 5 s before, 30 s after (DEFINITIONS 12.3). */
    public static MatchParameters defaults() {
        return new MatchParameters(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
