package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;

/**
 * Which faults the feed has, as Poisson rates per instrument and hour. Faults that hide the book
 * (gap, stale, crossed) keep 5 s away from injected liquidity events, so that each of those stays
 * visible; the others fall anywhere.
 *
 * @param sequenceGaps 1 to 5 book changes are lost, a snapshot follows after 1 to 5 s
 * @param duplicates one message is sent twice
 * @param reorders one book change arrives 50 to 400 ms late, after its successors
 * @param lates one trade arrives 2.5 to 5 s late (a late book change would be a gap)
 * @param crosses a bid stands 1 to 3 ticks above the best ask for 0.2 to 1 s
 * @param stales the book says nothing for 4 to 10 s while trades go on
 * @param clockSteps the local clock is 2 to 5 s behind or 32 to 60 s ahead for 10 to 30 s; exchange
 *     times stay right
 */
public record FaultParameters(
        double sequenceGaps,
        double duplicates,
        double reorders,
        double lates,
        double crosses,
        double stales,
        double clockSteps) {
    private static final double MOST = 10_000;

    /** Validates the ranges. */
    public FaultParameters {
        Checks.inRange(0, MOST, sequenceGaps, "sequenceGaps");
        Checks.inRange(0, MOST, duplicates, "duplicates");
        Checks.inRange(0, MOST, reorders, "reorders");
        Checks.inRange(0, MOST, lates, "lates");
        Checks.inRange(0, MOST, crosses, "crosses");
        Checks.inRange(0, MOST, stales, "stales");
        Checks.inRange(0, MOST, clockSteps, "clockSteps");
    }

    /** A feed on a bad day: every fault occurs within an hour, none of them rules it. */
    public static FaultParameters defaults() {
        return new FaultParameters(2, 20, 40, 10, 3, 2, 1);
    }

    /** A perfect feed. */
    public static FaultParameters none() {
        return new FaultParameters(0, 0, 0, 0, 0, 0, 0);
    }
}
