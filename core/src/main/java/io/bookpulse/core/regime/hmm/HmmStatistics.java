package io.bookpulse.core.regime.hmm;

/**
 * What one pass over the training set gathers for the next model: expected counts, and moments
 * about the means of the present one, so that no digits are lost to large means. Sequences only add
 * to it; they are never joined.
 */
final class HmmStatistics {
    final int states;
    final int features;

    /** Expected starts in each state. */
    final double[] starts;

    /** Expected moves from state to state. */
    final double[][] moves;

    /** Expected observations in each state. */
    final double[] weight;

    /** Weighted sums of {@code x - mean}, and of its products. */
    final double[][] first;

    final double[][][] second;

    double logLikelihood;

    /** The observation that the model explains worst, by its logarithm of c. */
    int worst;

    double worstLog = Double.POSITIVE_INFINITY;

    HmmStatistics(int states, int features) {
        this.states = states;
        this.features = features;
        starts = new double[states];
        moves = new double[states][states];
        weight = new double[states];
        first = new double[states][features];
        second = new double[states][features][features];
    }

    /** Adds an observation that belongs to a state with that weight. O(d^2). */
    void add(int state, double share, double[] values, int offset, double[] mean) {
        weight[state] += share;
        double[] sums = first[state];
        double[][] products = second[state];
        for (int i = 0; i < features; i++) {
            double weighted = share * (values[offset + i] - mean[i]);
            sums[i] += weighted;
            for (int j = 0; j <= i; j++) {
                products[i][j] += weighted * (values[offset + j] - mean[j]);
            }
        }
    }

    void explained(int observation, double log) {
        logLikelihood += log;
        if (log < worstLog) {
            worstLog = log;
            worst = observation;
        }
    }
}
