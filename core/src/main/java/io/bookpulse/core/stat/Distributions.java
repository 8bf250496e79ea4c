package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;

/**
 * Tail probabilities of the normal and of Student's distribution, their inverses, and the score
 * that is calibrated by them (DEFINITIONS 7.3).
 *
 * <p>Everything works on upper tails, so that a probability of 1e-200 keeps its digits; nothing is
 * computed as {@code 1 - p} of a small p. A NaN argument gives NaN unless said otherwise. All
 * results depend on the arguments alone and are the same on every machine. Around 1 microsecond
 * each: for the sample clock, not for each market event; convert a limit with {@link
 * #predictionLimit} once and compare raw scores with it.
 */
public final class Distributions {
    private static final double HALF = 0.5;

    /** Efficiency of the MAD as a measure of the normal deviation, and bias of a small one. */
    private static final double MAD_EFFICIENCY = 0.3675;

    private static final double MAD_BIAS = 0.8;

    private Distributions() {}

    /**
     * Probability that a standard normal value exceeds {@code z}: 0 to 1. Relative error below
     * 1e-12 for z to 37; 0 beyond 38, where it is below the smallest double.
     */
    public static double normalTail(double z) {
        return NormalTail.probability(z);
    }

    /**
     * The standard normal quantile: the z below which a value lies with probability {@code p}.
     * Relative error below 1e-14 for p down to 1e-300.
     *
     * @param p probability, 0 to 1; 0 gives -infinity and 1 +infinity
     */
    public static double normalQuantile(double p) {
        return -normalTailQuantile(p);
    }

    /**
     * The z that a standard normal value exceeds with probability {@code p}: the inverse of {@link
     * #normalTail}.
     *
     * @param p probability, 0 to 1; 0 gives +infinity and 1 -infinity
     */
    public static double normalTailQuantile(double p) {
        Checks.inRange(0, 1, p, "p");
        if (p == 0 || p == 1) {
            return p == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return NormalTail.quantile(p);
    }

    /**
     * Probability that a value of Student's distribution exceeds {@code t}: 0 to 1.
     *
     * @param degrees degrees of freedom, above 0
     */
    public static double studentTail(double t, double degrees) {
        Checks.positive(degrees, "degrees");
        return StudentTail.probability(t, degrees);
    }

    /**
     * The t that a value of Student's distribution exceeds with probability {@code p}: the inverse
     * of {@link #studentTail}.
     *
     * @param p probability, above 0 and at most 1/2
     * @param degrees degrees of freedom, above 0
     */
    public static double studentTailQuantile(double p, double degrees) {
        Checks.inRange(Double.MIN_VALUE, HALF, p, "p");
        Checks.positive(degrees, "degrees");
        return StudentTail.quantile(p, degrees);
    }

    /**
     * The score of {@code x} against a baseline that was itself estimated from {@code n} values
     * without x, on the scale of a standard normal score of the same tail probability.
     *
     * <pre>
     * u = (x - mean) / (sd sqrt(1 + 1/n));   p = P(T_(n-1) > u);   z* = the z with P(Z > z) = p
     * </pre>
     *
     * Antisymmetric around the mean. Finite for every finite x, however far out.
     *
     * @param sd standard deviation with divisor {@code n - 1}, same unit as x, after its floor
     * @return z*; NaN if an argument is NaN, n is below 2, or sd is not above 0
     */
    public static double tailCalibratedZ(double x, double mean, double sd, int n) {
        if (n < 2 || !(sd > 0)) {
            return Double.NaN;
        }
        double u = (x - mean) / (sd * Math.sqrt(1 + 1.0 / n));
        if (Double.isNaN(u) || u == 0) {
            return u;
        }
        double z = NormalTail.quantileOfLog(StudentTail.logarithm(Math.abs(u), n - 1));
        return Math.copySign(z, u);
    }

    /**
     * The same for a robust score: median and 1.4826 MAD are known less well than mean and standard
     * deviation, as if the latter came from 0.37 n values.
     *
     * <pre>
     * u = z (1 - 0.8 / n) / sqrt(1 + pi / (2 n));  p = P(T_(0.3675 n) > u);  the z* with P(Z > z*) = p
     * </pre>
     *
     * <p>An approximation, on the safe side: on normal noise and n = 60, 3 is exceeded 12 % less
     * often than by a normal variable and 4.2 by 29 %. Bias of the MAD: Croux and Rousseeuw (1992).
     *
     * @param z the robust score
     * @return z*; NaN if z is NaN or n is below 3
     */
    public static double robustCalibratedZ(double z, int n) {
        if (Double.isNaN(z) || z == 0 || n < 3) {
            return n < 3 ? Double.NaN : z;
        }
        double u = Math.abs(z) * (1 - MAD_BIAS / n) / Math.sqrt(1 + Math.PI / (2 * n));
        double calibrated = NormalTail.quantileOfLog(StudentTail.logarithm(u, MAD_EFFICIENCY * n));
        return Math.copySign(calibrated, z);
    }

    /**
     * The raw score {@code (x - mean) / sd} that a normal value exceeds with probability {@code p},
     * when mean and standard deviation come from {@code n} earlier values: the inverse of {@link
     * #tailCalibratedZ}.
     *
     * @param p probability, above 0 and at most 1/2; one false alarm a day at 1 Hz is 1/86400
     * @param n number of values, at least 2
     */
    public static double predictionLimit(double p, int n) {
        Checks.atLeast(2, n, "n");
        return studentTailQuantile(p, n - 1) * Math.sqrt(1 + 1.0 / n);
    }
}
