package io.bookpulse.jobs.config;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * How event time advances.
 *
 * @param outOfOrder how far behind the newest event of its source an event may be, at least 0;
 *     older ones are late
 * @param idleTimeout after which a silent source no longer holds the others back, above 0
 */
public record WatermarkParameters(Duration outOfOrder, Duration idleTimeout) {
    /** Checks the ranges. */
    public WatermarkParameters {
        Checks.atLeast(0, outOfOrder.toNanos(), "outOfOrder (ns)");
        Checks.atLeast(1, idleTimeout.toNanos(), "idleTimeout (ns)");
    }

    /** 500 ms: several times what venues' own streams differ by. 5 s: DEFINITIONS 20. */
    public static WatermarkParameters defaults() {
        return new WatermarkParameters(Duration.ofMillis(500), Duration.ofSeconds(5));
    }
}
