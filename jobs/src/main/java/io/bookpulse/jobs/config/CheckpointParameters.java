package io.bookpulse.jobs.config;

import java.time.Duration;

/**
 * When a streaming job saves its state.
 *
 * @param interval between the starts of two checkpoints, at least 100 ms; Parquet files appear and
 *     exactly-once records become visible with each
 */
public record CheckpointParameters(Duration interval) {
    private static final int MIN_MILLIS = 100;

    /** Checks the range. */
    public CheckpointParameters {
        if (interval.toMillis() < MIN_MILLIS) {
            throw new IllegalArgumentException(
                    "interval is " + interval + ", must be at least 100ms");
        }
    }

    /** 30 s: a restart repeats at most half a minute, and files do not become too many. */
    public static CheckpointParameters defaults() {
        return new CheckpointParameters(Duration.ofSeconds(30));
    }
}
