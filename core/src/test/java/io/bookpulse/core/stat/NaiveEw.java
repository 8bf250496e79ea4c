package io.bookpulse.core.stat;

/** Exponential shares of all observations, and weighted sums over them, each computed anew. */
final class NaiveEw {
    private final double[] shares;

    NaiveEw(double thetaSeconds, long[] times) {
        int n = times.length;
        shares = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            long gap = i == 0 ? times[1] - times[0] : times[i] - times[i - 1];
            double born = -Math.expm1(-gap / (thetaSeconds * 1e9));
            shares[i] = born * Math.exp(-(times[n - 1] - times[i]) / (thetaSeconds * 1e9));
            sum += shares[i];
        }
        for (int i = 0; i < n; i++) {
            shares[i] /= sum;
        }
    }

    double mean(double[] values) {
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += shares[i] * values[i];
        }
        return mean;
    }

    double covariance(double[] first, double[] second) {
        double a = mean(first);
        double b = mean(second);
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * (first[i] - a) * (second[i] - b);
        }
        return sum;
    }

    double standardDeviation(double[] values) {
        double squares = 0;
        for (double share : shares) {
            squares += share * share;
        }
        return Math.sqrt(covariance(values, values) / (1 - squares));
    }
}
