package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * Which patterns of several events are injected into a market, and how often. They share one
 * timetable per instrument and stay away from spread spikes, depth collapses and liquidity shocks,
 * so that none stands in the baseline of another.
 *
 * @param first earliest first pattern after the start
 * @param spacing least time from the end of one to the onset of the next
 * @param flashMovesPerHour mean number an hour, 30 to 60 bps and back within 5 to 30 s
 * @param quoteStuffingsPerHour mean number an hour, 4000 changed levels a second for 3 to 5 s
 * @param spoofLikesPerHour mean number an hour, 12 to 20 top sizes for 1.5 to 4 s
 * @param sweepChainsPerHour mean number an hour, two sweeps of 13 prices within 0.3 to 2.5 s
 * @param spikesThenRegimePerHour mean number an hour, from the 15th minute on; a spike of the
 *     spread for 5 to 15 s with a jump in it
 */
public record PatternInjectionParameters(
        Duration first,
        Duration spacing,
        double flashMovesPerHour,
        double quoteStuffingsPerHour,
        double spoofLikesPerHour,
        double sweepChainsPerHour,
        double spikesThenRegimePerHour) {
    private static final double MOST = 1000;

    /** Validates the ranges. */
    public PatternInjectionParameters {
        Checks.atLeast(0, first.toNanos(), "first");
        Checks.atLeast(1, spacing.toNanos(), "spacing");
        Checks.inRange(0, MOST, flashMovesPerHour, "flashMovesPerHour");
        Checks.inRange(0, MOST, quoteStuffingsPerHour, "quoteStuffingsPerHour");
        Checks.inRange(0, MOST, spoofLikesPerHour, "spoofLikesPerHour");
        Checks.inRange(0, MOST, sweepChainsPerHour, "sweepChainsPerHour");
        Checks.inRange(0, MOST, spikesThenRegimePerHour, "spikesThenRegimePerHour");
    }

    /** None. */
    public static PatternInjectionParameters none() {
        return often(0);
    }

    /**
     * Each of the five that often.
     *
     * @param perHour mean number an hour of each; the first after 130 s, when all baselines are
     *     known, then 40 s apart, longer than the cooldown of an alert
     */
    public static PatternInjectionParameters often(double perHour) {
        return new PatternInjectionParameters(
                Duration.ofSeconds(130),
                Duration.ofSeconds(40),
                perHour,
                perHour,
                perHour,
                perHour,
                perHour);
    }

    /** Mean number an hour of all together. */
    double perHour() {
        return flashMovesPerHour
                + quoteStuffingsPerHour
                + spoofLikesPerHour
                + sweepChainsPerHour
                + spikesThenRegimePerHour;
    }
}
