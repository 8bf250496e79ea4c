package io.bookpulse.core.detector;

import io.bookpulse.core.stat.EwAutocorrelation;
import io.bookpulse.core.stat.EwAutocorrelationState;
import io.bookpulse.core.stat.EwMoments;
import io.bookpulse.core.stat.EwMomentsState;
import io.bookpulse.core.stat.EwWeightState;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a {@link ShiftChart} or a {@link ChangePoint} takes for usual: exponentially weighted mean,
 * deviation, autocorrelation.
 */
final class ChartBaseline implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double LARGEST_PHI = 0.95;

    /** A deviation below this share of max(1, |mean|) is none (DEFINITIONS 0.6). */
    private static final double FLOOR = 1e-9;

    private final EwMoments moments;
    private final EwAutocorrelation autocorrelation;
    private final boolean preWhiten;
    private final double winsorise;
    private final double share;

    ChartBaseline(ChartBaselineParameters parameters, Duration sampleInterval) {
        double seconds = parameters.memory().toNanos() / 1e9;
        this.moments = new EwMoments(seconds);
        this.autocorrelation =
                new EwAutocorrelation(parameters.autocorrelationMemory().toNanos() / 1e9);
        this.preWhiten = parameters.preWhiten();
        this.winsorise = preWhiten ? parameters.winsorise() : Double.POSITIVE_INFINITY;
        double samples = (double) parameters.scaleMemory().toNanos() / sampleInterval.toNanos();
        this.share = -StrictMath.expm1(-1 / samples);
    }

    void learn(ChartBaselineState state, long timeNanos, double x) {
        moments.update(state.moments, timeNanos, x);
        autocorrelation.update(state.autocorrelation, timeNanos, x);
    }

    /** Lets time pass without forgetting; the next value has no neighbour. */
    void hold(ChartBaselineState state, long timeNanos) {
        moments.hold(state.moments, timeNanos);
        autocorrelation.hold(state.autocorrelation, timeNanos);
    }

    double mean(ChartBaselineState state) {
        return moments.mean(state.moments);
    }

    /** The deviation, or NaN while all values were the same. */
    double deviation(ChartBaselineState state) {
        double deviation = moments.standardDeviation(state.moments);
        return deviation > FLOOR * Math.max(1, Math.abs(mean(state))) ? deviation : Double.NaN;
    }

    /** The autocorrelation to remove: 0 to 0.95, 0 without pre-whitening. */
    double phi(ChartBaselineState state) {
        double phi = preWhiten ? autocorrelation.value(state.autocorrelation) : 0;
        return phi > 0 ? Math.min(phi, LARGEST_PHI) : 0;
    }

    /** The innovation, not further from 0 than the limit. */
    double winsorised(ChartBaselineState state, double innovation) {
        double most = winsorise * scale(state);
        return Math.max(-most, Math.min(most, innovation));
    }

    /** Deviation of the winsorised innovations; 1 without pre-whitening. */
    double scale(ChartBaselineState state) {
        return preWhiten ? Math.sqrt(state.power) : 1;
    }

    /** Takes in a winsorised innovation. */
    void learnScale(ChartBaselineState state, double innovation) {
        state.power += share * (innovation * innovation - state.power);
    }

    static void copy(ChartBaselineState from, ChartBaselineState to) {
        to.power = from.power;
        copy(from.moments, to.moments);
        copy(from.autocorrelation, to.autocorrelation);
    }

    private static void copy(EwMomentsState from, EwMomentsState to) {
        copy(from.weight, to.weight);
        to.origin = from.origin;
        to.mean = from.mean;
        to.variance = from.variance;
        to.diversity = from.diversity;
    }

    private static void copy(EwAutocorrelationState from, EwAutocorrelationState to) {
        copy(from.weight, to.weight);
        to.origin = from.origin;
        to.previous = from.previous;
        to.meanEarlier = from.meanEarlier;
        to.meanLater = from.meanLater;
        to.varianceEarlier = from.varianceEarlier;
        to.varianceLater = from.varianceLater;
        to.covariance = from.covariance;
    }

    private static void copy(EwWeightState from, EwWeightState to) {
        to.lastTimeNanos = from.lastTimeNanos;
        to.seen = from.seen;
        to.weight = from.weight;
        to.share = from.share;
        to.rest = from.rest;
    }
}
