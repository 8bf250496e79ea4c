package io.bookpulse.core.feature;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * The profile of the day behind {@link SpreadScore#SEASONAL}.
 *
 * @param bin width of a bin of the day, a divisor of 24 h, 1 min to 24 h
 * @param memoryDays days that weigh alike until older ones fade, 1 to 365
 * @param minDays days before a bin is judged by, 1 to memoryDays
 */
public record SeasonParameters(Duration bin, int memoryDays, int minDays) implements Serializable {
    /** Checks the ranges. */
    public SeasonParameters {
        Checks.atLeast(Duration.ofMinutes(1).toNanos(), bin.toNanos(), "bin (ns)");
        double rest = Duration.ofDays(1).toNanos() % bin.toNanos();
        Checks.inRange(0, 0, rest, "24 h modulo bin (ns)");
        Checks.inRange(1, 365, memoryDays, "memory-days");
        Checks.inRange(1, memoryDays, minDays, "min-days");
    }

    /**
     * Bins of 15 min: sessions open and close on quarters of an hour, 900 samples know the mean of
     * a bin to 0.03 deviations, and 96 bins are 2 kB where minutes would be 29. A memory of 7 days
     * holds each day of the week once; 3 days tell the usual from a single bad day.
     */
    public static SeasonParameters defaults() {
        return new SeasonParameters(Duration.ofMinutes(15), 7, 3);
    }
}
