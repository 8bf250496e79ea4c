package io.bookpulse.core.filter;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * Limits and weights of {@link EventValidator} and {@link EventFilter}.
 *
 * @param maxClockDistance receive and exchange time further apart are a fault of the data; above 0
 * @param duplicateIds trade ids remembered for F2; 1 or more
 * @param clockWindow how long the smallest receive minus exchange time is remembered as the offset
 *     between the clocks (F5, section 18); whole seconds, 1 or more
 * @param clockEarly receipt earlier than the offset by more than this is a clock fault; 0 or more
 * @param clockLate receipt later than the offset by more than this is a clock fault; 0 or more
 * @param clockWeight weight of an event with a clock fault, 0 to 1
 * @param lockedWeight weight of a book event that leaves the book locked (F7), 0 to 1
 * @param tradeBandSpreads trades further than this many spreads beyond the best prices are out of
 *     band (F9); 0 or more
 * @param tradeBandBps least width of that band beyond the best prices, bps of the price; 0 or more
 * @param outOfBandWeight weight of a trade out of band, 0 to 1
 */
public record FilterParameters(
        Duration maxClockDistance,
        int duplicateIds,
        Duration clockWindow,
        Duration clockEarly,
        Duration clockLate,
        double clockWeight,
        double lockedWeight,
        double tradeBandSpreads,
        double tradeBandBps,
        double outOfBandWeight)
        implements Serializable {

    /** Refuses limits without meaning. */
    public FilterParameters {
        Checks.atLeast(1, maxClockDistance.toNanos(), "maxClockDistance (ns)");
        Checks.atLeast(1, duplicateIds, "duplicateIds");
        Checks.atLeast(1, clockWindow.toSeconds(), "clockWindow (s)");
        Checks.atLeast(0, clockEarly.toNanos(), "clockEarly (ns)");
        Checks.atLeast(0, clockLate.toNanos(), "clockLate (ns)");
        Checks.inRange(0, 1, clockWeight, "clockWeight");
        Checks.inRange(0, 1, lockedWeight, "lockedWeight");
        Checks.inRange(0, 1e6, tradeBandSpreads, "tradeBandSpreads");
        Checks.inRange(0, 1e4, tradeBandBps, "tradeBandBps");
        Checks.inRange(0, 1, outOfBandWeight, "outOfBandWeight");
    }

    /**
     * F1 to F9 as in DEFINITIONS 1. One hour: no clock is that wrong, so another unit or date is.
     * 1,000 ids: several seconds of the busiest instruments, and 8 kB. 10 bps: with a spread of one
     * small tick, five spreads are far less than prices move between two diffs, so F9 alone would
     * doubt ordinary trades.
     */
    public static FilterParameters defaults() {
        return new FilterParameters(
                Duration.ofHours(1),
                1000,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                0.5,
                0.5,
                5,
                10,
                0.2);
    }
}
