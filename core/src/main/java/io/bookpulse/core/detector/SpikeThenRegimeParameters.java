package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When another regime follows on a spread spike (DEFINITIONS 8.8, P8).
 *
 * @param enabled whether it is looked for
 * @param within from the spike's confirmation to the change
 */
public record SpikeThenRegimeParameters(boolean enabled, Duration within) implements Serializable {
    /** Checks the ranges. */
    public SpikeThenRegimeParameters {
        Checks.atLeast(1L, within.toMillis(), "within (ms)");
    }

    /** Within 60 s (DEFINITIONS 8.8). */
    public static SpikeThenRegimeParameters defaults() {
        return new SpikeThenRegimeParameters(true, Duration.ofSeconds(60));
    }
}
