package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A fitted hidden Markov model of bars, its regimes in the order of their labels (DEFINITIONS
 * 10.4): 0 is the calmest.
 *
 * @param intervalNanos length of the bars that it was trained on and can judge, ns
 * @param standardisation brings the features to the scale of the densities
 * @param chain how regimes follow each other
 * @param regimes density of each regime over the standardised features
 * @param fit what is known of its training
 */
public record HmmModel(
        long intervalNanos,
        Standardisation standardisation,
        MarkovChain chain,
        List<Gaussian> regimes,
        HmmFit fit)
        implements Serializable {

    private static final List<List<String>> LABELS =
            List.of(
                    List.of("stable", "volatile"),
                    List.of("stable", "volatile", "crisis"),
                    List.of("stable", "active", "volatile", "crisis"),
                    List.of("stable", "active", "volatile", "turbulent", "crisis"));

    /** Checks that the parts fit together. */
    public HmmModel {
        regimes = List.copyOf(regimes);
        Checks.atLeast(1L, intervalNanos, "interval (ns)");
        Checks.inRange(2, LABELS.size() + 1, regimes.size(), "regimes");
        if (chain.size() != regimes.size()) {
            throw new IllegalArgumentException("the chain has not a state for each regime");
        }
        for (Gaussian regime : regimes) {
            if (regime.size() != standardisation.size()) {
                throw new IllegalArgumentException("a density has not each feature");
            }
        }
    }

    /** The names of so many regimes, the calmest first. */
    public static List<String> labels(int states) {
        return LABELS.get(states - 2);
    }

    /** The names of its regimes, the calmest first. */
    public List<String> labels() {
        return labels(regimes.size());
    }

    /** The densities over the features in their own units, in the order of the labels. */
    public List<Gaussian> originalRegimes() {
        List<Gaussian> original = new ArrayList<>();
        regimes.forEach(regime -> original.add(standardisation.toOriginal(regime)));
        return original;
    }
}
