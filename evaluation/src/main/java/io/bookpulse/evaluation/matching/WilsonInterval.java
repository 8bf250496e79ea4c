package io.bookpulse.evaluation.matching;

import io.bookpulse.core.Checks;

/**
 * Wilson's 95 % interval of a share: {@code (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 +
 * z^2/n)}, z = 1.959964. Unlike the plain normal interval it stays within 0 and 1 and is honest for
 * few trials. Wilson (1927).
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record WilsonInterval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * Returns the interval for that many successes in that many trials; {@code (0, 1)} without any
     * trial.
     *
     * @param successes 0 to trials
     * @param trials at least 0
     */
    public static WilsonInterval of(int successes, int trials) {
        Checks.atLeast(0, successes, "successes");
        Checks.atLeast(successes, trials, "trials");
        if (trials == 0) {
            return new WilsonInterval(0, 1);
        }
        double share = (double) successes / trials;
        double square = Z * Z / trials;
        double centre = share + square / 2;
        double half = Z * Math.sqrt(share * (1 - share) / trials + square / (4.0 * trials));
        double low = successes == 0 ? 0 : (centre - half) / (1 + square);
        double high = successes == trials ? 1 : (centre + half) / (1 + square);
        return new WilsonInterval(low, high);
    }
}
