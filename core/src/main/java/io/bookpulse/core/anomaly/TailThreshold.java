package io.bookpulse.core.anomaly;

import io.bookpulse.core.stat.LogHistogram;
import java.io.Serializable;

/**
 * The limit that a given share of a stream of scores from 0 to 1 passes, from the scores before:
 * their quantile where enough of them are known, else the quantile continued by an exponential tail
 * of the logarithm.
 *
 * <pre>
 * history of 10 / share scores and more:  limit = q(1 - share)
 * shorter, share p &lt; 1 %:                 limit = q(0.99) (0.01 / p)^b,  b = ln(q(0.99)/q(0.95)) / ln 5
 * </pre>
 *
 * <p>q is a quantile that is forgotten over the memory's time and exact to 1 %. The limit stands
 * still between two calculations. Every score counts, an anomaly's too: leaving them out would let
 * a limit that is too low sink further with each one left out. A score is compared with the limit
 * before it is counted. O(1) a score, O(600) at a calculation, no allocation.
 *
 * <p>Source for continuing the tail: A. Siffer et al. (2017), Anomaly detection in streams with
 * extreme value theory, with the shape 0 in place of a fitted one.
 */
public final class TailThreshold implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double HIGH = 0.95;
    private static final double HIGHER = 0.99;

    /** A limit that no score could pass would be none. */
    private static final double HIGHEST = 0.99;

    private final TailThresholdParameters parameters;
    private final LogHistogram histogram;

    /** Returns the logic for scores from 0 to 1. */
    public TailThreshold(TailThresholdParameters parameters) {
        this.parameters = parameters;
        this.histogram = new LogHistogram(0.01, 1e-5, 1, parameters.memory().toNanos() / 1e9);
    }

    /** The memory of nothing seen. */
    public TailThresholdState newState() {
        TailThresholdState state = new TailThresholdState();
        state.scores = histogram.newState();
        return state;
    }

    /** Counts a score, 0 to 1. */
    public void add(TailThresholdState state, long timeNanos, double score) {
        histogram.decay(state.scores, timeNanos);
        histogram.add(state.scores, score);
        state.sinceRefresh++;
        boolean first = Double.isNaN(state.threshold);
        if (state.sinceRefresh >= (first ? parameters.warmUp() : parameters.refresh())) {
            state.sinceRefresh = 0;
            state.threshold = Math.min(HIGHEST, limit(state));
        }
    }

    private double limit(TailThresholdState state) {
        double share = parameters.share();
        boolean known = ScoreThreshold.samplesFor(share) <= histogram.weight(state.scores);
        double higher = histogram.quantile(state.scores, HIGHER);
        if (known || share >= 1 - HIGHER) {
            return histogram.quantile(state.scores, 1 - share);
        }
        double high = histogram.quantile(state.scores, HIGH);
        double slope = StrictMath.log(higher / high) / StrictMath.log((1 - HIGH) / (1 - HIGHER));
        return higher * StrictMath.exp(slope * StrictMath.log((1 - HIGHER) / share));
    }
}
