package io.bookpulse.operators.keyed;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a write-back operator keeps its keys.
 *
 * @param batch whether the job runs in BATCH: inputs come key by key, sorted by time, and nothing
 *     is written back
 * @param maxLiveKeys keys held on the heap of one subtask; above it, sleeping keys are written back
 *     and let go, first those that have slept longest. Keys with pending work stay, so the working
 *     set must fit.
 * @param stateTimeToLive after which a key that nobody touched is forgotten (wall clock: memory
 *     only, never logic)
 */
public record WriteBackOptions(boolean batch, int maxLiveKeys, Duration stateTimeToLive)
        implements Serializable {

    /** Checks the ranges. */
    public WriteBackOptions {
        Checks.atLeast(1, maxLiveKeys, "max-live-keys");
        Checks.atLeast(1, stateTimeToLive.toMillis(), "state-time-to-live (ms)");
    }

    /** 20,000 live keys a subtask; forgotten after 24 h without an event (DEFINITIONS 21). */
    public static WriteBackOptions defaults(boolean batch) {
        return new WriteBackOptions(batch, 20_000, Duration.ofHours(24));
    }
}
