package io.bookpulse.evaluation.study;

import io.bookpulse.core.Checks;

/**
 * A rate with its 95 % interval, from counts of equal spans of time.
 *
 * <pre>
 * d    = max(1, variance of the counts / their mean)     more than 1 where events cluster
 * n    = sum of the counts / d
 * low  = n (1 - 1/(9n) - z/(3 sqrt n))^3                 Byar, z = 1.959964
 * high = (n + 1) (1 - 1/(9(n+1)) + z/(3 sqrt(n+1)))^3    both times d / spans
 * </pre>
 *
 * <p>Byar's approximation of the exact interval of a Poisson count (Breslow and Day 1987), widened
 * for clustering. Good to 1 % from 2 events on.
 *
 * @param rate events a span
 * @param low lower end, at least 0
 * @param high upper end
 */
public record RateInterval(double rate, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The rate of those counts, at least one. */
    public static RateInterval of(int... counts) {
        Checks.atLeast(1, counts.length, "counts");
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        double spans = counts.length;
        double dispersion = dispersion(counts, sum / spans);
        double n = sum / dispersion;
        double scale = dispersion / spans;
        return new RateInterval(sum / spans, scale * low(n), scale * high(n));
    }

    private static double dispersion(int[] counts, double mean) {
        if (counts.length < 2 || mean == 0) {
            return 1;
        }
        double squares = 0;
        for (int count : counts) {
            squares += (count - mean) * (count - mean);
        }
        return Math.max(1, squares / (counts.length - 1) / mean);
    }

    private static double low(double n) {
        if (n == 0) {
            return 0;
        }
        double root = 1 - 1 / (9 * n) - Z / (3 * Math.sqrt(n));
        return Math.max(0, n * root * root * root);
    }

    private static double high(double n) {
        double more = n + 1;
        double root = 1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more));
        return more * root * root * root;
    }
}
