package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * The shares that observations at irregular times have in an exponentially weighted estimate
 * (DEFINITIONS 7.2).
 *
 * <pre>
 * a = 1 - e^(-dt/theta)             dt: time since the observation before, theta: memory
 * W' = (1 - a) W + a                weight seen so far, 0 to 1
 * share = a / W'                    of the new observation: divides out what is not filled yet
 * </pre>
 *
 * <p>The first observation has no gap before it; it is given the gap of the second one. So with
 * equal gaps the shares are exactly those of the textbook recursion divided by its sum of weights.
 */
final class EwWeight implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double NANOS_PER_SECOND = 1e9;

    private static final long SECOND = 1_000_000_000;

    private final double thetaNanos;

    /** What a second forgets, and keeps: the usual distance of two samples, not computed again. */
    private final double secondAlpha;

    private final double secondDecay;

    EwWeight(double thetaSeconds) {
        this.thetaNanos = Checks.positive(thetaSeconds, "thetaSeconds") * NANOS_PER_SECOND;
        this.secondAlpha = -StrictMath.expm1(-(SECOND / thetaNanos));
        this.secondDecay = StrictMath.exp(-(SECOND / thetaNanos));
    }

    /** Takes in that an observation comes at a time, and sets its share and the rest's. */
    void observe(EwWeightState state, long timeNanos) {
        if (state.seen == 0) {
            state.seen = 1;
            state.share = 1;
            state.rest = 0;
            state.lastTimeNanos = timeNanos;
            return;
        }
        double gap = gap(state, timeNanos);
        boolean second = timeNanos - state.lastTimeNanos == SECOND;
        double alpha = second ? secondAlpha : -StrictMath.expm1(-gap);
        if (state.seen == 1) {
            state.weight = alpha;
            state.seen = alpha > 0 ? 2 : 1;
        }
        double before = (second ? secondDecay : StrictMath.exp(-gap)) * state.weight;
        state.weight = before + alpha;
        state.share = state.weight > 0 ? alpha / state.weight : 0;
        state.rest = state.weight > 0 ? before / state.weight : 1;
        state.lastTimeNanos = timeNanos;
    }

    /** Moves the clock without forgetting: the time since the last observation does not count. */
    void hold(EwWeightState state, long timeNanos) {
        if (state.seen > 0) {
            gap(state, timeNanos);
            state.lastTimeNanos = timeNanos;
        }
    }

    private double gap(EwWeightState state, long timeNanos) {
        long nanos = timeNanos - state.lastTimeNanos;
        Checks.atLeast(0, nanos, "time since the last observation");
        return nanos / thetaNanos;
    }
}
