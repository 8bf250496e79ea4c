package io.bookpulse.core.regime.hmm;

/** Memory of {@link HmmFilter}: two numbers a regime. */
public final class HmmFilterState {
    /** Probability of each regime after the last bar; sums to 1; empty before the first. */
    public double[] posterior = {};

    /** Room for one step. */
    public double[] predicted = {};

    /** Sum of the logarithms of c. */
    public double logLikelihood;
}
