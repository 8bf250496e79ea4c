package io.bookpulse.core.stat;

import java.io.Serializable;

/**
 * Exponentially weighted mean and standard deviation of observations at irregular times
 * (DEFINITIONS 7.2).
 *
 * <pre>
 * s = share of x (bias-corrected, see below), d = x - mean
 * mean += s d;   variance = (1 - s)(variance + s d^2);   q = (1 - s)^2 q + s^2
 * standard deviation = sqrt(variance / (1 - q))
 * </pre>
 *
 * with {@code a = 1 - e^(-dt/theta)}, {@code W = (1 - a) W + a} and {@code s = a / W}: while the
 * memory fills, W divides out what is missing, so the first values are weighted alike; then s is a.
 * The sum of squared shares q makes the variance unbiased: for equal weights it is the divisor
 * {@code n - 1} (DEFINITIONS 0.6), for a full memory of regular samples the factor is {@code 1 +
 * a/2}.
 *
 * <p>A value that is not finite leaves the state untouched. Observations of the same time as the
 * one before have no weight. After a long silence the next value weighs much: use {@link #hold} if
 * the silence is no information. Values are accumulated relative to the first one, so an offset
 * costs no digits. O(1), no allocation.
 */
public final class EwMoments implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EwWeight weight;

    /**
     * Creates the logic.
     *
     * @param thetaSeconds memory in s of event time, above 0: after it a share has fallen to 1/e
     */
    public EwMoments(double thetaSeconds) {
        this.weight = new EwWeight(thetaSeconds);
    }

    /** The memory of nothing seen. */
    public EwMomentsState newState() {
        return new EwMomentsState();
    }

    /**
     * Takes in a value.
     *
     * @param timeNanos its event time, not before that of the value before
     * @throws IllegalArgumentException if time goes backwards
     */
    public void update(EwMomentsState state, long timeNanos, double x) {
        if (!Double.isFinite(x)) {
            return;
        }
        if (state.weight.seen == 0) {
            state.origin = x;
        }
        weight.observe(state.weight, timeNanos);
        double share = state.weight.share;
        double rest = state.weight.rest;
        double deviation = x - state.origin - state.mean;
        state.mean += share * deviation;
        state.variance = rest * (state.variance + share * deviation * deviation);
        state.diversity = rest * rest * state.diversity + 2 * share * rest;
    }

    /**
     * Moves the clock to a time without forgetting: what a caller does that freezes the estimate,
     * or knows that samples are missing.
     *
     * @param timeNanos event time, not before that of the last value
     * @throws IllegalArgumentException if time goes backwards
     */
    public void hold(EwMomentsState state, long timeNanos) {
        weight.hold(state.weight, timeNanos);
    }

    /** Weighted mean, in the unit of the values; NaN before the first. */
    public double mean(EwMomentsState state) {
        return state.weight.seen == 0 ? Double.NaN : state.origin + state.mean;
    }

    /**
     * Weighted standard deviation, in the unit of the values; NaN before two values of different
     * times.
     */
    public double standardDeviation(EwMomentsState state) {
        return state.diversity > 0 ? Math.sqrt(state.variance / state.diversity) : Double.NaN;
    }

    /** Share of the memory that is filled: 0 at first, {@code 1 - 1/e} after about theta, to 1. */
    public double weight(EwMomentsState state) {
        return state.weight.weight;
    }
}
