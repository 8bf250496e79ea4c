package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;

/**
 * How many edges a search that fails walks on average in a binary search tree of so many points:
 * what a path length is compared with, and what a leaf of several points still lacks.
 *
 * <pre>
 * c(n) = 2 H(n-1) - 2 (n-1)/n,  H(k) = 1 + 1/2 + ... + 1/k      c(2) = 1, c(1) = 0
 * </pre>
 *
 * <p>The harmonic number is summed exactly, not taken from its logarithm. Source: F. Liu, K. Ting,
 * Z. Zhou (2008), Isolation forest, equation 1.
 */
public final class PathLength {
    private PathLength() {}

    /**
     * The average for a number of points. O(points).
     *
     * @param points at least 1
     */
    public static double expected(int points) {
        Checks.atLeast(1, points, "points");
        double harmonic = 0;
        for (int i = points - 1; i >= 1; i--) {
            harmonic += 1.0 / i;
        }
        return 2 * harmonic - 2.0 * (points - 1) / points;
    }
}
