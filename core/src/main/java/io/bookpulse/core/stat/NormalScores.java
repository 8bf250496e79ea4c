package io.bookpulse.core.stat;

import java.io.Serializable;

/**
 * A value's rank among the last ones, as the quantile of the normal distribution that it would be.
 *
 * <pre>
 * u = (below + (ties + 1) v) / (n + 1)        v: chance, uniform in (0, 1)
 * score = Phi^-1(u)
 * </pre>
 *
 * <p>Where the value and the n of the window are exchangeable, as independent values of one
 * distribution are, the score is exactly standard normal whatever that distribution is: heavy
 * tails, a few whole numbers, even a constant. The chance v spreads ties over the share that they
 * have; a middle rank would make a run of ties a run without noise. A value beyond all others
 * scores about the quantile of 1 / (2 n), 3.1 of 600 values, however far beyond. O(log n) for a
 * score, a move of up to n values for a push; no allocation.
 *
 * <p>Sources: van der Waerden (1952), Order tests for the two-sample problem; Dunn and Smyth
 * (1996), Randomized quantile residuals.
 */
public final class NormalScores implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RollingMedian window;

    /**
     * Creates the logic.
     *
     * @param values how many values a score is the rank among, at least 1
     */
    public NormalScores(int values) {
        this.window = new RollingMedian(values);
    }

    /** The memory of no value. */
    public RollingMedianState newState() {
        return window.newState();
    }

    /**
     * The score of a value among those of the window, which it is not one of.
     *
     * @param x finite
     * @param chance above 0, below 1
     * @return standard deviations of a normal variable
     */
    public double of(RollingMedianState state, double x, double chance) {
        int below = window.countBelow(state, x);
        int ties = window.countBelow(state, Math.nextUp(x)) - below;
        double rank = below + (ties + 1) * chance;
        return -Distributions.normalTailQuantile(rank / (window.count(state) + 1));
    }

    /** Takes in a value and lets go of the oldest. */
    public void push(RollingMedianState state, double x) {
        window.push(state, x);
    }

    /** The value of the window that has a score; NaN if there is none. */
    public double valueOf(RollingMedianState state, double score) {
        return window.quantile(state, Distributions.normalTail(-score));
    }
}
