package io.bookpulse.core.regime.hmm;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a model's training.
 *
 * @param logLikelihood of the training set, of the standardised features
 * @param observations bars that it was trained on
 * @param sequences runs of bars without a gap
 * @param occupancy share of the training set in each regime, by smoothed probabilities; sums to 1
 * @param selection log-likelihood and BIC for each number of regimes that was tried
 * @param permutation regime i was number {@code permutation[i]} before regimes were put in order
 * @param drift Bhattacharyya distance of each regime from its match in the previous model; empty
 *     without one
 */
public record HmmFit(
        double logLikelihood,
        long observations,
        int sequences,
        List<Double> occupancy,
        List<HmmSelection> selection,
        List<Integer> permutation,
        List<Double> drift)
        implements Serializable {
    /** Copies the lists. */
    public HmmFit {
        occupancy = List.copyOf(occupancy);
        selection = List.copyOf(selection);
        permutation = List.copyOf(permutation);
        drift = List.copyOf(drift);
    }
}
