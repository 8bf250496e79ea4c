package io.bookpulse.core.regime.hmm;

import java.io.Serializable;

/**
 * How regimes follow each other: {@code A[i][j]} is the probability of j one bar after i.
 * Immutable; rows are brought to a sum of exactly 1 within a few units in the last place.
 */
public final class MarkovChain implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double ROW_TOLERANCE = 1e-9;
    private static final double ROUNDING = 1e-15;

    private final double[] initial;
    private final double[][] transition;

    private MarkovChain(double[] initial, double[][] transition) {
        this.initial = initial;
        this.transition = transition;
    }

    /**
     * Returns a chain.
     *
     * @param initial double[states], the probabilities before the first bar
     * @param transition double[states][states], each row a distribution
     * @throws IllegalArgumentException if the shapes differ, a probability is negative or not
     *     finite, or probabilities do not sum to 1 within 1e-9; the message starts with what
     */
    public static MarkovChain of(double[] initial, double[][] transition) {
        int states = initial.length;
        if (transition.length != states) {
            throw new IllegalArgumentException(
                    "the transition matrix has not a row for each regime");
        }
        double[][] rows = new double[states][];
        for (int i = 0; i < states; i++) {
            rows[i] = distribution(transition[i], states, "row " + i + " of the transition matrix");
        }
        return new MarkovChain(distribution(initial, states, "the initial distribution"), rows);
    }

    /** How many regimes. */
    public int size() {
        return initial.length;
    }

    /** Probabilities before the first bar, double[states], a copy. */
    public double[] initial() {
        return initial.clone();
    }

    /** The transition matrix, double[states][states], a copy. */
    public double[][] transition() {
        double[][] copy = transition.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = transition[i].clone();
        }
        return copy;
    }

    /** Mean stay in a regime, bars: {@code 1 / (1 - A_ii)}; infinite for one that never ends. */
    public double expectedDwell(int state) {
        return 1 / (1 - transition[state][state]);
    }

    /** The same chain, its regime i being the one that was {@code order[i]}. */
    MarkovChain reordered(int[] order) {
        int states = order.length;
        double[] first = new double[states];
        double[][] rows = new double[states][states];
        for (int i = 0; i < states; i++) {
            first[i] = initial[order[i]];
            for (int j = 0; j < states; j++) {
                rows[i][j] = transition[order[i]][order[j]];
            }
        }
        return of(first, rows);
    }

    private static double[] distribution(double[] candidate, int states, String name) {
        if (candidate.length != states) {
            throw new IllegalArgumentException(name + " has " + candidate.length + " entries");
        }
        double sum = 0;
        for (double p : candidate) {
            if (!(p >= 0)) {
                throw new IllegalArgumentException(name + " has an entry of " + p);
            }
            sum += p;
        }
        if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
            throw new IllegalArgumentException(name + " sums to " + sum + " instead of 1");
        }
        double[] exact = candidate.clone();
        for (int i = 0; i < states && Math.abs(sum - 1) > ROUNDING; i++) {
            exact[i] /= sum;
        }
        return exact;
    }
}
