package io.bookpulse.core.regime.hmm;

import java.io.Serializable;

/**
 * One number of regimes that was tried.
 *
 * @param states how many
 * @param logLikelihood of the best of the restarts
 * @param bic {@code -2 logLikelihood + p ln(observations)}, p being the free parameters: the number
 *     with the least is chosen
 */
public record HmmSelection(int states, double logLikelihood, double bic) implements Serializable {
    /**
     * The free parameters of K regimes over d features: {@code K(K-1) + (K-1) + Kd + K d(d+1)/2}.
     */
    public static int freeParameters(int states, int features) {
        return states * (states - 1)
                + (states - 1)
                + states * features
                + states * features * (features + 1) / 2;
    }

    /** Judges a fit (DEFINITIONS 10.6). */
    static HmmSelection of(int states, int features, double logLikelihood, int observations) {
        double penalty = freeParameters(states, features) * Math.log(observations);
        return new HmmSelection(states, logLikelihood, -2 * logLikelihood + penalty);
    }
}
