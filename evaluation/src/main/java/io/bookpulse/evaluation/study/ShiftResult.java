package io.bookpulse.evaluation.study;

import io.bookpulse.core.Checks;
import io.bookpulse.evaluation.matching.WilsonInterval;
import java.util.Arrays;

/**
 * What a detector did where one change happened.
 *
 * @param detector its name
 * @param stream the kind of noise
 * @param size size of the change
 * @param trials how many streams
 * @param found in how many it alarmed within the horizon
 * @param medianDelay values from the change to the alarm, 1 = at the first changed value; median of
 *     those found, NaN without any
 * @param lowDelay lower end of the median's 95 % interval, by ranks
 * @param highDelay upper end
 * @param p90Delay 90 % of the delays are at most this (nearest rank)
 */
public record ShiftResult(
        String detector,
        StreamKind stream,
        double size,
        int trials,
        int found,
        double medianDelay,
        double lowDelay,
        double highDelay,
        double p90Delay) {
    private static final double Z = 1.959963984540054;

    /**
     * Summarises trials.
     *
     * @param delays one per trial, 0 where it did not alarm
     */
    static ShiftResult of(String detector, StreamKind stream, double size, int[] delays) {
        int[] found = Arrays.stream(delays).filter(delay -> delay > 0).sorted().toArray();
        Checks.atLeast(1, delays.length, "trials");
        int n = found.length;
        double half = Z * Math.sqrt(n) / 2;
        return new ShiftResult(
                detector,
                stream,
                size,
                delays.length,
                n,
                n == 0 ? Double.NaN : (found[(n - 1) / 2] + found[n / 2]) / 2.0,
                ranked(found, (int) Math.floor(n / 2.0 - half)),
                ranked(found, (int) Math.ceil(n / 2.0 + half) + 1),
                ranked(found, (int) Math.ceil(0.9 * n)));
    }

    /** The value of a rank from 1, the nearest there is; NaN without any. */
    private static double ranked(int[] sorted, int rank) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : sorted[Math.max(1, Math.min(n, rank)) - 1];
    }

    /** Share of the changes that were found, 0 to 1. */
    public double recall() {
        return (double) found / trials;
    }

    /** Its 95 % interval. */
    public WilsonInterval recallInterval() {
        return WilsonInterval.of(found, trials);
    }
}
