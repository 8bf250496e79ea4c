package io.bookpulse.core.stat;

import java.io.Serializable;

/**
 * Exponentially weighted lag-1 autocorrelation of a stream: the weighted Pearson correlation of
 * each value with the one before it. Pre-whitens the CUSUM (DEFINITIONS 8.3).
 *
 * <pre>
 * phi = sum s_i (x_i - mean x)(y_i - mean y) / sqrt(sum s_i (x_i - mean x)^2 sum s_i (y_i - mean y)^2)
 * x_i, y_i = value before and value of pair i;  s_i = its share as in {@link EwMoments}
 * </pre>
 *
 * <p>A value that is not finite ends the chain: the next value has no predecessor, and nothing else
 * changes. The estimate is in [-1, 1]; whoever needs a range inside it clips. O(1), no allocation.
 */
public final class EwAutocorrelation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EwWeight weight;

    /**
     * Creates the logic.
     *
     * @param thetaSeconds memory in s of event time, above 0: after it a share has fallen to 1/e
     */
    public EwAutocorrelation(double thetaSeconds) {
        this.weight = new EwWeight(thetaSeconds);
    }

    /** The memory of nothing seen. */
    public EwAutocorrelationState newState() {
        return new EwAutocorrelationState();
    }

    /**
     * Takes in a value.
     *
     * @param timeNanos its event time, not before that of the value before
     * @throws IllegalArgumentException if time goes backwards
     */
    public void update(EwAutocorrelationState state, long timeNanos, double x) {
        if (!Double.isFinite(x)) {
            state.previous = Double.NaN;
            return;
        }
        if (Double.isNaN(state.origin)) {
            state.origin = x;
        }
        double later = x - state.origin;
        if (!Double.isNaN(state.previous)) {
            weight.observe(state.weight, timeNanos);
            addPair(state, state.previous, later);
        }
        state.previous = later;
    }

    /**
     * Moves the clock to a time without forgetting, and ends the chain: the next value has no
     * predecessor.
     *
     * @param timeNanos event time, not before that of the last value
     * @throws IllegalArgumentException if time goes backwards
     */
    public void hold(EwAutocorrelationState state, long timeNanos) {
        weight.hold(state.weight, timeNanos);
        state.previous = Double.NaN;
    }

    /** The autocorrelation, -1 to 1; NaN before two pairs, and while all values are the same. */
    public double value(EwAutocorrelationState state) {
        double scale = Math.sqrt(state.varianceEarlier) * Math.sqrt(state.varianceLater);
        return scale > 0 ? Math.max(-1, Math.min(1, state.covariance / scale)) : Double.NaN;
    }

    /** Share of the memory that is filled: 0 at first, {@code 1 - 1/e} after about theta, to 1. */
    public double weight(EwAutocorrelationState state) {
        return state.weight.weight;
    }

    private static void addPair(EwAutocorrelationState state, double earlier, double later) {
        double share = state.weight.share;
        double rest = state.weight.rest;
        double d = earlier - state.meanEarlier;
        double e = later - state.meanLater;
        state.meanEarlier += share * d;
        state.meanLater += share * e;
        state.varianceEarlier = rest * (state.varianceEarlier + share * d * d);
        state.varianceLater = rest * (state.varianceLater + share * e * e);
        state.covariance = rest * (state.covariance + share * d * e);
    }
}
