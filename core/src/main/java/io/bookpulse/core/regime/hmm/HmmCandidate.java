package io.bookpulse.core.regime.hmm;

import java.util.List;

/**
 * One fit from one random start, its regimes in no order yet.
 *
 * @param chain how regimes follow each other
 * @param densities one a regime, of standardised features
 * @param occupancy expected share of the training set in each
 * @param logLikelihood of the training set
 */
public record HmmCandidate(
        MarkovChain chain, List<Gaussian> densities, List<Double> occupancy, double logLikelihood) {
    /** Copies the lists. */
    public HmmCandidate {
        densities = List.copyOf(densities);
        occupancy = List.copyOf(occupancy);
    }

    /** How many regimes. */
    public int states() {
        return densities.size();
    }
}
