package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a move of the mid and its return are a flash move (DEFINITIONS 8.8, P4).
 *
 * @param enabled whether it is looked for
 * @param window within which the mid moves
 * @param deviations least move in usual deviations of moves over the window, above 0
 * @param leastBps least move in bps, above 0
 * @param retraceWithin within which it comes back after the limit was crossed
 * @param retraceShare share of the move that comes back, above 0 to 1
 * @param memory time constant of the usual deviation
 * @param warmUp returns behind the deviation before anything is judged, at least 2
 * @param minQuality least share of good events at which the book is judged, 0 to 1
 */
public record FlashMoveParameters(
        boolean enabled,
        Duration window,
        double deviations,
        double leastBps,
        Duration retraceWithin,
        double retraceShare,
        Duration memory,
        int warmUp,
        double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public FlashMoveParameters {
        Checks.atLeast(1L, window.toMillis(), "window (ms)");
        Checks.positive(deviations, "deviations");
        Checks.positive(leastBps, "least-bps");
        Checks.atLeast(1L, retraceWithin.toMillis(), "retrace-within (ms)");
        Checks.inRange(Double.MIN_VALUE, 1, retraceShare, "retrace-share");
        Checks.atLeast(1L, memory.toNanos(), "memory");
        Checks.atLeast(2, warmUp, "warm-up");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * The larger of 5 deviations and 20 bps in 5 s, half of it back within 60 s (DEFINITIONS 8.8).
     * The deviation is that of the last ten minutes, known after 60 returns.
     */
    public static FlashMoveParameters defaults() {
        return new FlashMoveParameters(
                true,
                Duration.ofSeconds(5),
                5,
                20,
                Duration.ofSeconds(60),
                0.5,
                Duration.ofMinutes(10),
                60,
                0.8);
    }
}
