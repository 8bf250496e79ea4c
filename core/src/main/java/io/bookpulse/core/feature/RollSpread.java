package io.bookpulse.core.feature;

/**
 * The spread implied by the bounce of trade prices (DEFINITIONS 5.4; Roll 1984): {@code 2 *
 * sqrt(-cov(d_t, d_{t-1}))} with price changes {@code d}. Each leg is demeaned by its own mean and
 * the sum is divided by the number of pairs.
 */
public final class RollSpread {
    private RollSpread() {}

    /** First-order autocovariance of the price changes; NaN below three prices. */
    public static double autocovariance(double[] prices) {
        int pairs = prices.length - 2;
        if (pairs < 1) {
            return Double.NaN;
        }
        double meanNow = (prices[pairs + 1] - prices[1]) / pairs;
        double meanBefore = (prices[pairs] - prices[0]) / pairs;
        double sum = 0;
        for (int i = 1; i <= pairs; i++) {
            double now = prices[i + 1] - prices[i] - meanNow;
            sum += now * (prices[i] - prices[i - 1] - meanBefore);
        }
        return sum / pairs;
    }

    /** The implied spread, price units; 0 where the covariance is not negative. */
    public static double of(double autocovariance) {
        return autocovariance < 0 ? 2 * Math.sqrt(-autocovariance) : autocovariance * 0;
    }
}
