package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a level that comes and goes looks like a spoof (DEFINITIONS 8.8, P6).
 *
 * @param enabled whether it is looked for
 * @param ratio least size that a level gains at once, in usual largest levels, above 1
 * @param levels best levels a side among which it is placed, 1 to 100
 * @param removedShare share of what was placed that is withdrawn, above 0 to 1
 * @param within from placing to withdrawing
 */
public record SpoofLikeParameters(
        boolean enabled, double ratio, int levels, double removedShare, Duration within)
        implements Serializable {
    /** Checks the ranges. */
    public SpoofLikeParameters {
        Checks.inRange(Math.nextUp(1), 1e9, ratio, "ratio");
        Checks.inRange(1, 100, levels, "levels");
        Checks.inRange(Double.MIN_VALUE, 1, removedShare, "removed-share");
        Checks.atLeast(1L, within.toMillis(), "within (ms)");
    }

    /**
     * Five times the usual largest of ten levels, four fifths of it withdrawn within 5 s. The
     * numbers are those of DEFINITIONS 8.8; five times the median level, as it says, is an everyday
     * size where most levels hold dust: 60 alerts in eleven quiet minutes of BTCUSDT.
     */
    public static SpoofLikeParameters defaults() {
        return new SpoofLikeParameters(true, 5, 10, 0.8, Duration.ofSeconds(5));
    }
}
