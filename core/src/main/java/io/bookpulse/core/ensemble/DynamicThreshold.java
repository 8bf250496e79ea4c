package io.bookpulse.core.ensemble;

import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMedianState;
import java.io.Serializable;

/**
 * The exact quantile of the last scores, between a floor and 1 (DEFINITIONS 11.2).
 *
 * <pre>
 * theta = max(floor, Q of the last n scores), before the warm-up is over a constant
 * </pre>
 *
 * O(1) to read; to add, a binary search and one move of at most 8 n bytes.
 */
final class DynamicThreshold implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DynamicThresholdParameters parameters;
    private final RollingMedian scores;

    DynamicThreshold(DynamicThresholdParameters parameters) {
        this.parameters = parameters;
        this.scores = new RollingMedian(parameters.window());
    }

    RollingMedianState newState() {
        return scores.newState();
    }

    double value(RollingMedianState state) {
        return scores.count(state) < parameters.warmUp()
                ? parameters.warmUpThreshold()
                : Math.max(parameters.floor(), scores.quantile(state, parameters.quantile()));
    }

    void add(RollingMedianState state, double score) {
        scores.push(state, score);
    }
}
