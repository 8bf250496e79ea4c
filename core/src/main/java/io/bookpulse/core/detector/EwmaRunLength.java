package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import io.bookpulse.core.stat.Distributions;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Average run length (ARL) of a two-sided EWMA chart: expected number of samples until it alarms,
 * started at 0, on independent normal samples with mean delta and deviation 1.
 *
 * <p>A Markov chain holds the weighted mean in units of its own standard deviation (Lucas and
 * Saccucci 1990). Its 101 states are the Gauss-Legendre nodes on [-L, L], which solves the integral
 * equation of Crowder (1987) to 1e-6; equally wide states, as usual, miss a long run length by
 * several percent. With limits that are exact from the first sample on, the first steps differ from
 * the later ones: the chain is followed backwards through them, from the ARL with constant limits.
 * All methods are pure; some ms each, for start-up, never for a sample.
 */
public final class EwmaRunLength {
    private static final int STATES = 101;
    private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(STATES);

    /** Share of the variance that may be missing when limits count as constant. */
    private static final double SETTLED = 1e-4;

    /** Pivots below this would make run lengths beyond 1e13 samples. */
    private static final double SINGULAR = 1e-14;

    private EwmaRunLength() {}

    /**
     * The ARL with the limits {@code L sqrt(a / (2 - a))} from the first sample on, as tabulated by
     * Lucas and Saccucci.
     *
     * @param weight a, weight of the newest sample, above 0 to 1
     * @param limit L, above 0
     * @param delta mean of the samples, in their standard deviations
     * @return expected samples until the alarm
     */
    public static double constantLimits(double weight, double limit, double delta) {
        return settled(weight, limit, delta).getEntry(STATES / 2);
    }

    /**
     * The ARL with the exact limits {@code L sqrt(a / (2 - a) (1 - (1 - a)^(2n)))} of {@link
     * Drift}.
     *
     * @param weight a, weight of the newest sample, above 0 to 1
     * @param limit L, above 0
     * @param delta mean of the samples, in their standard deviations
     * @return expected samples until the alarm
     */
    public static double exactLimits(double weight, double limit, double delta) {
        RealVector lengths = settled(weight, limit, delta);
        int steps = weight == 1 ? 0 : settlingSteps(weight);
        for (int n = steps; n >= 1; n--) {
            double from = deviation(weight, n - 1);
            RealMatrix step = transitions(weight, limit, delta, from, deviation(weight, n));
            lengths = step.operate(lengths).mapAddToSelf(1);
        }
        return lengths.getEntry(STATES / 2);
    }

    /**
     * The limit at which the chart with exact limits alarms on quiet samples once in that many
     * samples.
     *
     * @param samples expected samples between two false alarms, from 10 to 1e10
     * @param weight a, from 0.02 to 1
     * @return L, exact to 1e-5
     */
    public static double limitFor(double samples, double weight) {
        Checks.inRange(10, 1e10, samples, "samples between false alarms");
        Checks.inRange(0.02, 1, weight, "weight");
        double constant = constantLimitFor(samples, weight);
        // The exact limits lose a few alarms' worth at the start: ask the constant ones for more.
        double ratio = samples / exactLimits(weight, constant, 0);
        return constantLimitFor(samples * ratio, weight);
    }

    /** A limit of L alone, without memory, would alarm more often: so L is at most its quantile. */
    private static double constantLimitFor(double samples, double weight) {
        double low = 0.01;
        double high = Distributions.normalTailQuantile(0.5 / samples);
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (constantLimits(weight, middle, 0) < samples) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The ARL with constant limits from each state. */
    private static RealVector settled(double weight, double limit, double delta) {
        Checks.inRange(Double.MIN_VALUE, 1, weight, "weight");
        Checks.positive(limit, "limit");
        double deviation = Math.sqrt(weight / (2 - weight));
        RealMatrix staying = transitions(weight, limit, delta, deviation, deviation);
        RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(STATES).subtract(staying);
        ArrayRealVector ones = new ArrayRealVector(STATES, 1.0);
        return new LUDecomposition(matrix, SINGULAR).getSolver().solve(ones);
    }

    /** Probabilities to get from state to state in one sample, the deviation changing meanwhile. */
    private static RealMatrix transitions(
            double weight, double limit, double delta, double from, double to) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(STATES, STATES);
        double step = to / weight;
        for (int i = 0; i < STATES; i++) {
            double rest = (1 - weight) * limit * NODES.getPoint(i) * from / weight;
            for (int j = 0; j < STATES; j++) {
                double e = limit * NODES.getPoint(j) * step - rest - delta;
                double density = Math.exp(-e * e / 2) / Math.sqrt(2 * Math.PI);
                matrix.setEntry(i, j, density * step * limit * NODES.getWeight(j));
            }
        }
        return matrix;
    }

    private static int settlingSteps(double weight) {
        return (int) Math.ceil(Math.log(SETTLED) / (2 * Math.log(1 - weight)));
    }

    private static double deviation(double weight, int samples) {
        double forgotten = StrictMath.pow(1 - weight, 2.0 * samples);
        return Math.sqrt(weight / (2 - weight) * (1 - forgotten));
    }
}
