package io.bookpulse.core.decision;

import java.io.Serializable;

/**
 * LORD++: judges one p-value after the other so that the expected share of false rejections stays
 * below alpha at any time (DEFINITIONS 11.5).
 *
 * <pre>
 * alpha_t = gamma_t W0 + (alpha - W0) gamma_(t - tau_1) + alpha sum over j >= 2 of gamma_(t - tau_j)
 * gamma_j = c ln(max(j, 2)) / (j e^sqrt(ln j))          W0 = alpha / 2, tau_j = time of rejection j
 * </pre>
 *
 * <p>Each rejection earns the right to further ones. Only the last 100 are remembered: forgetting
 * makes the level smaller, never larger. O(100) a test.
 *
 * <p>Source: A. Ramdas, F. Yang, M. Wainwright, M. Jordan (2017), Online control of the false
 * discovery rate with decaying memory, section 3.
 */
final class Lord implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int REMEMBERED = 100;

    /** Makes the sum of all gamma 1. */
    private static final double NORM = 0.07720838;

    private final double alpha;

    Lord(double alpha) {
        this.alpha = alpha;
    }

    /** Takes the next p-value; whether it is rejected. */
    boolean rejects(LordState state, double pValue) {
        boolean rejected = pValue <= nextLevel(state);
        state.tests++;
        if (rejected) {
            state.first = state.first == 0 ? state.tests : state.first;
            state.rejected[state.next] = state.tests;
            state.next = (state.next + 1) % REMEMBERED;
        }
        return rejected;
    }

    /** The level that the next p-value is judged at. */
    double nextLevel(LordState state) {
        long test = state.tests + 1;
        double initial = alpha / 2;
        double level = gamma(test) * initial;
        for (long time : state.rejected) {
            if (time > 0) {
                level += (time == state.first ? alpha - initial : alpha) * gamma(test - time);
            }
        }
        return level;
    }

    private static double gamma(long j) {
        double number = (double) j;
        double log = StrictMath.log(number);
        return NORM
                * StrictMath.log(Math.max(number, 2))
                / (number * StrictMath.exp(Math.sqrt(log)));
    }
}
