package io.bookpulse.core.decision;

import java.util.Arrays;

/**
 * The step-up procedure that bounds the expected share of false ones among the rejected
 * (DEFINITIONS 11.5).
 *
 * <pre>
 * limit = p_(k) of the largest k with p_(k) &lt;= q k / m; rejected is every p up to it
 * </pre>
 *
 * <p>Source: Y. Benjamini, Y. Hochberg (1995), Controlling the false discovery rate, theorem 1.
 */
final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * The largest p-value that is rejected; -1 if none is.
     *
     * @param pValues those that could be rejected at all; the other tests count in {@code tests}
     * @param tests number of all tests, at least that of the p-values
     * @param q bound on the expected share of false rejections
     */
    static double limit(double[] pValues, int tests, double q) {
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        int k = sorted.length;
        while (k > 0 && sorted[k - 1] > q * k / tests) {
            k--;
        }
        return k == 0 ? -1 : sorted[k - 1];
    }
}
