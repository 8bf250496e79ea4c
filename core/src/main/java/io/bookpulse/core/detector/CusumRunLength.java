package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import io.bookpulse.core.stat.Distributions;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Average run length (ARL) of a standardised CUSUM: expected number of samples until it alarms,
 * started at 0, on independent normal samples with mean delta and deviation 1.
 *
 * <p>All methods are pure; {@link #exact} costs one solution of 200 linear equations (a few ms), so
 * they are for start-up, never for a sample. Sources: Brook and Evans (1972); Siegmund (1985);
 * Lucas and Crosier (1982).
 */
public final class CusumRunLength {
    private static final int STATES = 200;

    /** Correction of the overshoot, both ends (Siegmund). */
    private static final double OVERSHOOT = 1.166;

    private static final double STIFF = 1e10;
    private static final double ENDLESS = 1e100;

    private CusumRunLength() {}

    /**
     * Siegmund's approximation of the one-sided ARL: with {@code b = h + 1.166} and {@code D =
     * delta - k}, {@code (e^(-2Db) + 2Db - 1) / (2 D^2)}, and {@code b^2} at D = 0. Within 2 % of
     * {@link #exact} for h from 3 and k = 0.5.
     *
     * @param h limit, above 0
     * @param k allowance, at least 0
     * @param delta mean of the samples, in their standard deviations
     * @return expected samples until the alarm
     */
    public static double siegmund(double h, double k, double delta) {
        double b = Checks.positive(h, "h") + OVERSHOOT;
        double drift = delta - k;
        if (Math.abs(drift) < 1e-9) {
            return b * b;
        }
        return (Math.exp(-2 * drift * b) + 2 * drift * b - 1) / (2 * drift * drift);
    }

    /**
     * The one-sided ARL by a Markov chain of 200 states on [0, h] (Brook and Evans): {@code (I -
     * R)^-1 1} at state 0, R the transitions that do not alarm. Beyond 1e10 samples, where the
     * equations are too stiff to solve, {@link #siegmund}, at most 1e100.
     *
     * @param h limit, above 0
     * @param k allowance, at least 0
     * @param delta mean of the samples, in their standard deviations
     * @return expected samples until the alarm
     */
    public static double exact(double h, double k, double delta) {
        return lengths(h, k, delta).getEntry(0);
    }

    /** The ARL from each state: state i stands for a sum of i widths. */
    private static RealVector lengths(double h, double k, double delta) {
        double approximate = siegmund(h, k, delta);
        if (approximate > STIFF) {
            return new ArrayRealVector(STATES, Math.min(approximate, ENDLESS));
        }
        double width = 2 * h / (2 * STATES - 1);
        RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(STATES);
        double[] cumulative = cumulative(width, k - delta);
        for (int from = 0; from < STATES; from++) {
            matrix.addToEntry(from, 0, -cumulative[STATES - from]);
            for (int to = 1; to < STATES; to++) {
                int step = to - from + STATES;
                matrix.addToEntry(from, to, cumulative[step - 1] - cumulative[step]);
            }
        }
        ArrayRealVector ones = new ArrayRealVector(STATES, 1.0);
        return new LUDecomposition(matrix).getSolver().solve(ones);
    }

    /** Probabilities that a step is at most j - STATES + 1/2 widths, j from 0. */
    private static double[] cumulative(double width, double offset) {
        double[] cumulative = new double[2 * STATES];
        for (int j = 0; j < cumulative.length; j++) {
            cumulative[j] = Distributions.normalTail(-(j - STATES + 0.5) * width - offset);
        }
        return cumulative;
    }

    /**
     * The two-sided ARL: {@code 1/ARL = 1/ARL(delta) + 1/ARL(-delta)}.
     *
     * @param h limit, above 0
     * @param k allowance, at least 0
     * @param delta mean of the samples, in their standard deviations
     * @return expected samples until the alarm of either side
     */
    public static double twoSided(double h, double k, double delta) {
        return 1 / (1 / exact(h, k, delta) + 1 / exact(h, k, -delta));
    }

    /**
     * The two-sided ARL when both sums start at h/2 (Lucas and Crosier 1982): with p, q the ARL of
     * the two sides from 0 and P, Q from h/2, {@code (P q + p Q - p q) / (p + q)}, which is {@link
     * #twoSided} where P = p and Q = q. Exact as long as one sum is 0 when the other alarms.
     *
     * @param h limit, above 0
     * @param k allowance, at least 0
     * @param delta mean of the samples, in their standard deviations
     * @return expected samples until the alarm of either side
     */
    public static double withHeadStart(double h, double k, double delta) {
        RealVector up = lengths(h, k, delta);
        RealVector down = lengths(h, k, -delta);
        double p = up.getEntry(0);
        double q = down.getEntry(0);
        return (fromHalf(up) * q + p * fromHalf(down) - p * q) / (p + q);
    }

    /** Half of the limit, (STATES - 1/2) widths, lies a quarter of a width above a state. */
    private static double fromHalf(RealVector lengths) {
        int below = (2 * STATES - 1) / 4;
        double above = (2 * STATES - 1) / 4.0 - below;
        return (1 - above) * lengths.getEntry(below) + above * lengths.getEntry(below + 1);
    }

    /**
     * The limit at which a two-sided CUSUM on quiet samples alarms once in that many samples, by
     * bisection between 0 and 40 on {@link #twoSided}.
     *
     * @param samples expected samples between two false alarms, from 2
     * @param k allowance, from 0.05
     * @return h, exact to 1e-6
     * @throws IllegalArgumentException if no limit below 40 is enough
     */
    public static double limitFor(double samples, double k) {
        return limitFor(samples, k, h -> exact(h, k, 0) / 2);
    }

    /** The same for sums that start at h/2, on {@link #withHeadStart}. */
    public static double limitWithHeadStart(double samples, double k) {
        return limitFor(samples, k, h -> withHeadStart(h, k, 0));
    }

    private static double limitFor(double samples, double k, DoubleUnaryOperator length) {
        Checks.inRange(0.05, 10, k, "k");
        double low = 1e-3;
        double high = 40;
        double longest = siegmund(high, k, 0) / 2;
        Checks.inRange(2, longest, samples, "samples between false alarms");
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (length.applyAsDouble(middle) < samples) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
