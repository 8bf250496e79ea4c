package io.bookpulse.core.feature;

import org.apache.commons.math3.special.Erf;

/**
 * Order-flow toxicity from volumes whose aggressor is not known (DEFINITIONS 5.5; Easley, Lopez de
 * Prado and O'Hara 2012). Bulk classification gives a bar's volume to buyers by the share {@code
 * Phi(change / sigma)}; with {@code f} that share of an equal-volume bucket, its imbalance is
 * {@code |2 f - 1|}, and VPIN is the mean of it over the buckets.
 */
public final class BulkVolume {
    private BulkVolume() {}

    /**
     * The buyers' share of a bar's volume, 0 to 1; one half without any price change.
     *
     * @param priceChange change over the bar, price units
     * @param deviation standard deviation of such changes, same unit, above 0
     */
    public static double buyFraction(double priceChange, double deviation) {
        return 0.5 * Erf.erfc(-priceChange / deviation / Math.sqrt(2));
    }

    /**
     * Volume-synchronised probability of informed trading, 0 to 1.
     *
     * @param buyFractions the buyers' share of each equal-volume bucket, at least one
     */
    public static double vpin(double[] buyFractions) {
        double sum = 0;
        for (double fraction : buyFractions) {
            sum += Math.abs(2 * fraction - 1);
        }
        return sum / buyFractions.length;
    }
}
