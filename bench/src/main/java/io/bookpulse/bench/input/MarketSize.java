package io.bookpulse.bench.input;

import io.bookpulse.core.Checks;

/**
 * How large a generated market is.
 *
 * @param instruments instruments, all equally active, 1 to 100,000
 * @param events events of all instruments together, at least 1,000
 */
public record MarketSize(int instruments, long events) {
    /** Checks the ranges. */
    public MarketSize {
        Checks.inRange(1, 100_000, instruments, "instruments");
        Checks.atLeast(1_000, events, "events");
    }
}
