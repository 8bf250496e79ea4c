package io.bookpulse.core.feature;

import java.util.Arrays;

/**
 * Variation of a series of log returns, and how much of it is a jump (DEFINITIONS 4.1 to 4.4;
 * Barndorff-Nielsen and Shephard 2004 and 2006, Andersen, Dobrev and Schaumburg 2012). Functions of
 * a whole window, O(n).
 */
public final class RealizedVariance {
    private static final double MEDIAN_SCALE = Math.PI / (6 - 4 * Math.sqrt(3) + Math.PI);

    /** E|Z|^(4/3) of a standard normal Z: {@code 2^(2/3) gamma(7/6) / gamma(1/2)}. */
    private static final double MOMENT = 0.8308609;

    private static final double THETA = Math.PI * Math.PI / 4 + Math.PI - 5;

    private RealizedVariance() {}

    /** {@code RV = sum r^2}. */
    public static double realized(double[] returns) {
        double sum = 0;
        for (double r : returns) {
            sum += r * r;
        }
        return sum;
    }

    /**
     * Bipower variation {@code (pi/2) (n/(n-1)) sum |r_i| |r_{i-1}|}: what is left of RV without
     * jumps.
     */
    public static double bipower(double[] returns) {
        double n = returns.length;
        double sum = 0;
        for (int i = 1; i < returns.length; i++) {
            sum += Math.abs(returns[i] * returns[i - 1]);
        }
        return Math.PI / 2 * (n / (n - 1)) * sum;
    }

    /**
     * Median variation {@code pi/(6-4 sqrt 3+pi) (n/(n-2)) sum med(|r_{i-1}|,|r_i|,|r_{i+1}|)^2}:
     * the same, less disturbed by zero returns.
     */
    public static double median(double[] returns) {
        double n = returns.length;
        double[] three = new double[3];
        double sum = 0;
        for (int i = 1; i < returns.length - 1; i++) {
            for (int k = 0; k < 3; k++) {
                three[k] = Math.abs(returns[i - 1 + k]);
            }
            Arrays.sort(three);
            sum += three[1] * three[1];
        }
        return MEDIAN_SCALE * (n / (n - 2)) * sum;
    }

    /** Tripower quarticity {@code n (n/(n-2)) mu^-3 sum |r_i r_{i-1} r_{i-2}|^(4/3)}. */
    public static double tripowerQuarticity(double[] returns) {
        double n = returns.length;
        double sum = 0;
        for (int i = 2; i < returns.length; i++) {
            sum += Math.pow(Math.abs(returns[i] * returns[i - 1] * returns[i - 2]), 4.0 / 3);
        }
        return n * (n / (n - 2)) * sum / (MOMENT * MOMENT * MOMENT);
    }

    /**
     * The ratio jump statistic {@code ((RV-BV)/RV) / sqrt((theta/n) max(1, TQ/BV^2))}, standard
     * normal without jumps; NaN where BV is 0 or more than half of the returns are 0.
     */
    public static double jumpStatistic(double[] returns) {
        double bipower = bipower(returns);
        if (bipower == 0 || 2 * zeros(returns) > returns.length) {
            return Double.NaN;
        }
        double realized = realized(returns);
        double scale = Math.max(1, tripowerQuarticity(returns) / (bipower * bipower));
        return (realized - bipower) / realized / Math.sqrt(THETA / returns.length * scale);
    }

    /** The share of a jump in the variance, {@code max(0, 1 - BV/RV)}; NaN where RV is 0. */
    public static double jumpFraction(double[] returns) {
        return Math.max(0, 1 - bipower(returns) / realized(returns));
    }

    private static int zeros(double[] returns) {
        int zeros = 0;
        for (double r : returns) {
            if (r == 0) {
                zeros++;
            }
        }
        return zeros;
    }
}
