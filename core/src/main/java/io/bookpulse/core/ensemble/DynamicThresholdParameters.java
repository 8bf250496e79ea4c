package io.bookpulse.core.ensemble;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * A threshold that follows the recent level of the scores (DEFINITIONS 11.2).
 *
 * @param window scores that it looks back on, 1 to 10000
 * @param quantile which of their quantiles it is, 0 to 1
 * @param floor it is never below this, 0 to 1
 * @param warmUp scores before the quantile counts, 1 to window
 * @param warmUpThreshold threshold until then, floor to 1
 */
public record DynamicThresholdParameters(
        int window, double quantile, double floor, int warmUp, double warmUpThreshold)
        implements Serializable {
    /** Checks the ranges. */
    public DynamicThresholdParameters {
        Checks.inRange(1, 10_000, window, "window");
        Checks.inRange(0, 1, quantile, "quantile");
        Checks.inRange(0, 1, floor, "floor");
        Checks.inRange(1, window, warmUp, "warm-up");
        Checks.inRange(floor, 1, warmUpThreshold, "warm-up-threshold");
    }

    /**
     * The 0.95 quantile of 500 scores, at least 0.5, and 0.6 before the 100th (DEFINITIONS 11.2).
     */
    public static DynamicThresholdParameters defaults() {
        return new DynamicThresholdParameters(500, 0.95, 0.5, 100, 0.6);
    }
}
