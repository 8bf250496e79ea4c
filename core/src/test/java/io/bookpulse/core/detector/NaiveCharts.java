package io.bookpulse.core.detector;

import java.util.Arrays;

/** The statistics of the charts from their definitions, over and over from the beginning. */
final class NaiveCharts {
    private NaiveCharts() {}

    /** The larger of max over s of sum_(s+1)^t (+-e - k), and 0. */
    static double[] cusum(double[] e, double k) {
        double[] statistic = new double[e.length];
        for (int t = 0; t < e.length; t++) {
            double up = 0;
            double down = 0;
            for (int s = t; s >= 0; s--) {
                up += e[s] - k;
                down += -e[s] - k;
                statistic[t] = Math.max(statistic[t], Math.max(up, down));
            }
        }
        return statistic;
    }

    /** The larger of m_t - min m and max M - M_t, both beginning at 0 before the first value. */
    static double[] pageHinkley(double[] e, double delta) {
        double[] statistic = new double[e.length];
        double[] m = new double[e.length + 1];
        double[] mirrored = new double[e.length + 1];
        for (int t = 1; t <= e.length; t++) {
            double mean = Arrays.stream(e, 0, t).average().orElseThrow();
            m[t] = m[t - 1] + e[t - 1] - mean - delta;
            mirrored[t] = mirrored[t - 1] + e[t - 1] - mean + delta;
            double least = Arrays.stream(m, 0, t + 1).min().orElseThrow();
            double most = Arrays.stream(mirrored, 0, t + 1).max().orElseThrow();
            statistic[t - 1] = Math.max(m[t] - least, most - mirrored[t]);
        }
        return statistic;
    }

    /** |sum_i a (1 - a)^(t - i) e_i| over the square root of the sum of the squared weights. */
    static double[] ewma(double[] e, double a) {
        double[] statistic = new double[e.length];
        for (int t = 0; t < e.length; t++) {
            double sum = 0;
            double squares = 0;
            double weight = a;
            for (int i = t; i >= 0; i--) {
                sum += weight * e[i];
                squares += weight * weight;
                weight *= 1 - a;
            }
            statistic[t] = Math.abs(sum) / Math.sqrt(squares);
        }
        return statistic;
    }
}
