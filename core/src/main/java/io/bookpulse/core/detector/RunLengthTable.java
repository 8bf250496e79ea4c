package io.bookpulse.core.detector;

import java.io.Serializable;
import org.apache.commons.math3.special.Gamma;

/**
 * What a Normal-Gamma with prior (0, 1, 1, 1) needs to know about a run, by its length: everything
 * that does not depend on the data.
 */
final class RunLengthTable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] alpha;
    private final double[] constant;
    private final double[] share;
    private final double[] half;
    private final int longest;
    private final double forgetting;
    private final double logForgetting;

    RunLengthTable(int longest, int features) {
        this.longest = longest;
        alpha = new double[longest + 1];
        constant = new double[longest + 1];
        share = new double[longest + 1];
        half = new double[longest + 1];
        for (int r = 0; r <= longest; r++) {
            double kappa = 1.0 + r;
            alpha[r] = 1 + r / 2.0;
            share[r] = 1 / (kappa + 1);
            half[r] = kappa / (2 * (kappa + 1));
            constant[r] =
                    features
                            * (Gamma.logGamma(alpha[r] + 0.5)
                                    - Gamma.logGamma(alpha[r])
                                    - Math.log(2 * Math.PI * (kappa + 1) / kappa) / 2);
        }
        forgetting = alpha[longest] / (alpha[longest] + 0.5);
        logForgetting = features * Math.log(forgetting);
    }

    double alpha(int r) {
        return alpha[r];
    }

    /** Part of the log predictive density of all features that the data have no part in. */
    double constant(int r) {
        return constant[r];
    }

    /** {@code 1 / (kappa + 1)}: share of a new value in the mean. */
    double share(int r) {
        return share[r];
    }

    /** {@code kappa / (2 (kappa + 1))}: share of a squared distance in beta. */
    double half(int r) {
        return half[r];
    }

    /** What is kept of beta: all, but for the longest run, whose alpha does not grow with it. */
    double kept(int r) {
        return r == longest ? forgetting : 1;
    }

    /** Its logarithm, for all features together. */
    double logKept(int r) {
        return r == longest ? logForgetting : 0;
    }
}
