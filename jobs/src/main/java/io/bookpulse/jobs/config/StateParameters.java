package io.bookpulse.jobs.config;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * How much memory keyed state may take.
 *
 * @param maxLiveKeys instruments held on the heap of one subtask, at least 1; more are written to
 *     the state backend, those that have slept longest first
 * @param timeToLive after which an instrument without events is forgotten, wall clock, at least 1
 *     min
 */
public record StateParameters(int maxLiveKeys, Duration timeToLive) {
    /** Checks the ranges. */
    public StateParameters {
        Checks.atLeast(1, maxLiveKeys, "maxLiveKeys");
        if (timeToLive.toMinutes() < 1) {
            throw new IllegalArgumentException(
                    "timeToLive is " + timeToLive + ", must be at least 1min");
        }
    }

    /** 20,000 instruments a subtask; forgotten after a day of silence (DEFINITIONS 21). */
    public static StateParameters defaults() {
        return new StateParameters(20_000, Duration.ofHours(24));
    }
}
