package io.bookpulse.simulation.market;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws times within a market's span.
 *
 * @param startNanos first moment
 * @param endNanos first moment after it
 */
record Timetable(long startNanos, long endNanos) {
    static final double NANOS = 1e9;

    private static final double SECONDS_PER_HOUR = 3600;

    /** What keeps events from the market's begin: the snapshot and the first samples. */
    private static final double LEAD_SECONDS = 5;

    static Timetable of(MarketGeneratorParameters parameters) {
        long start = parameters.startNanos();
        return new Timetable(start, start + parameters.duration().toNanos());
    }

    /**
     * Spans of events that do not overlap: Poisson onsets at a rate, each lasting uniformly between
     * two lengths; the waiting time counts from the end of the one before.
     */
    List<long[]> poisson(RandomGenerator random, double perHour, double[] seconds) {
        List<long[]> spans = new ArrayList<>();
        if (perHour <= 0) {
            return spans;
        }
        double mean = SECONDS_PER_HOUR / perHour;
        long time = startNanos + nanos(LEAD_SECONDS);
        while (true) {
            long onset = time + nanos(mean * random.nextExponential());
            long end = onset + nanos(Generators.uniform(random, seconds[0], seconds[1]));
            if (end >= endNanos) {
                return spans;
            }
            spans.add(new long[] {onset, end});
            time = end + 1;
        }
    }

    static long nanos(double seconds) {
        return (long) (seconds * NANOS);
    }
}
