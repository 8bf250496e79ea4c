package io.bookpulse.core.regime.hmm;

import java.io.Serializable;
import java.util.List;

/**
 * The forward filter: what is known of the present regime from the bars up to now, and from nothing
 * later (DEFINITIONS 10.3).
 *
 * <pre>
 * predict  p = A' a                 over a gap of g bars (A^g)' a
 * weigh    a_k = p_k (N_k(x) + floor) / c        ln L += ln c
 * </pre>
 *
 * A bar without its features is a prediction only. The floor is {@code emissionFloor} times the
 * uniform density over 20 standard deviations of each feature, so one outlier cannot rule out every
 * regime. If nothing explains a bar (only without a floor), it counts as absent.
 *
 * <p>Immutable. Factors are inverted, and powers of A taken, once; a bar costs O(K^2 + K d^2), a
 * gap O(K^2 log g), and neither allocates.
 */
public final class HmmFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 20;
    private static final int POWERS = 24;

    private final String stamp;
    private final List<String> labels;
    private final long intervalNanos;
    private final int states;
    private final double floor;
    private final double[] initial;
    private final double[][][] powers;
    private final Gaussian[] regimes;
    private final double[] dwells;

    /**
     * Returns the filter of a model.
     *
     * @param stamp kind and version of the model, such as {@code hmm:0123456789abcdef}
     * @param emissionFloor see {@link HmmParameters#emissionFloor}
     */
    public HmmFilter(HmmModel model, String stamp, double emissionFloor) {
        this.stamp = stamp;
        labels = model.labels();
        intervalNanos = model.intervalNanos();
        states = model.regimes().size();
        initial = model.chain().initial();
        regimes = model.originalRegimes().toArray(new Gaussian[0]);
        // Densities of the features in their own units are those of the standardised ones times
        // 1 / scale, and so is a uniform one.
        double volume = 1;
        for (double scale : model.standardisation().scale()) {
            volume *= WIDTH * scale;
        }
        floor = emissionFloor / volume;
        powers = powers(model.chain().transition());
        dwells = new double[states];
        for (int k = 0; k < states; k++) {
            dwells[k] = model.chain().expectedDwell(k);
        }
    }

    /** Kind and version of the model. */
    public String stamp() {
        return stamp;
    }

    /** Names of the regimes, the calmest first. */
    public List<String> labels() {
        return labels;
    }

    /** Length of the bars that it can judge, ns. */
    public long intervalNanos() {
        return intervalNanos;
    }

    /** Mean stay in a regime, bars. */
    public double expectedDwell(int state) {
        return dwells[state];
    }

    /** Mean of each feature in a regime, in its own unit. */
    double[] mean(int state) {
        return regimes[state].mean();
    }

    /** Begins before the first bar. */
    public void start(HmmFilterState state) {
        state.posterior = initial.clone();
        state.predicted = new double[states];
        state.logLikelihood = 0;
    }

    /**
     * Moves so many bars on without looking at any.
     *
     * @param bars at least 0; above 2^24 - 1 it counts as that
     */
    public void predict(HmmFilterState state, long bars) {
        long left = Math.min(bars, (1L << POWERS) - 1);
        for (int bit = 0; left != 0; bit++, left >>>= 1) {
            if ((left & 1) != 0) {
                step(state, powers[bit]);
            }
        }
    }

    private void step(HmmFilterState state, double[][] power) {
        double sum = 0;
        for (int j = 0; j < states; j++) {
            double p = 0;
            for (int i = 0; i < states; i++) {
                p += state.posterior[i] * power[i][j];
            }
            state.predicted[j] = p;
            sum += p;
        }
        for (int j = 0; j < states; j++) {
            state.posterior[j] = state.predicted[j] / sum;
        }
    }

    /**
     * Weighs the regimes by what a bar shows. The first bar is weighed without a prediction.
     *
     * @param x the features in their own units, finite
     */
    public void weigh(HmmFilterState state, double[] x) {
        double c = 0;
        for (int k = 0; k < states; k++) {
            double density = Math.exp(regimes[k].logDensity(x, 0)) + floor;
            state.predicted[k] = state.posterior[k] * density;
            c += state.predicted[k];
        }
        if (!(c > 0) || c == Double.POSITIVE_INFINITY) {
            return;
        }
        state.logLikelihood += Math.log(c);
        for (int k = 0; k < states; k++) {
            state.posterior[k] = state.predicted[k] / c;
        }
    }

    /** A, A^2, A^4, ... with rows brought back to a sum of 1. */
    private static double[][][] powers(double[][] transition) {
        int states = transition.length;
        double[][][] powers = new double[POWERS][][];
        powers[0] = transition;
        for (int bit = 1; bit < POWERS; bit++) {
            double[][] half = powers[bit - 1];
            double[][] power = new double[states][states];
            for (int i = 0; i < states; i++) {
                double sum = 0;
                for (int j = 0; j < states; j++) {
                    for (int k = 0; k < states; k++) {
                        power[i][j] += half[i][k] * half[k][j];
                    }
                    sum += power[i][j];
                }
                for (int j = 0; j < states; j++) {
                    power[i][j] /= sum;
                }
            }
            powers[bit] = power;
        }
        return powers;
    }
}
