package io.bookpulse.bench.latency;

import org.HdrHistogram.Histogram;

/**
 * One load.
 *
 * @param load share of the maximum load, and delivery
 * @param eventsPerSecond events sent in a second
 * @param behindMillis how far the sender was behind its schedule at worst: counted as latency
 * @param micros from the intended sending of the event that decided to the alert's arrival at a
 *     consumer, microseconds; the disorder that is waited for is in it
 */
public record LatencyResult(
        LatencyLoad load, double eventsPerSecond, double behindMillis, Histogram micros) {
    private static final double MILLI = 1e3;

    /** A percentile in ms, the disorder that is waited for subtracted; NaN without alerts. */
    public double millis(double percentile, long disorderMillis) {
        return micros.getTotalCount() == 0
                ? Double.NaN
                : micros.getValueAtPercentile(percentile) / MILLI - disorderMillis;
    }
}
