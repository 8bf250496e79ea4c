package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When volatility bursts (DEFINITIONS 8.7).
 *
 * @param ratio realised variance of 10 s over that of 600 s, a second, at which a burst can begin,
 *     1 to 60
 * @param rearmRatio ratio below which it ends, 0 to ratio
 * @param threshold score of the ratio's logarithm at which it begins, standard deviations, above 0
 * @param baseline time constant of the mean and deviation of that logarithm, above 0
 * @param warmUp samples that these need first, at least 3
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 */
public record VolatilityBurstParameters(
        double ratio,
        double rearmRatio,
        double threshold,
        Duration baseline,
        int warmUp,
        double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public VolatilityBurstParameters {
        Checks.inRange(1, 60, ratio, "ratio");
        Checks.inRange(0, ratio, rearmRatio, "rearm-ratio");
        Checks.positive(threshold, "threshold");
        Checks.atLeast(1L, baseline.toNanos(), "baseline");
        Checks.atLeast(3, warmUp, "warm-up");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * Ratio 4 and score 2.5 (DEFINITIONS 8.7), ends at half the ratio; baseline and warm-up as in
     * {@link ChartBaselineParameters}, quality as in {@link ExcursionParameters}.
     */
    public static VolatilityBurstParameters defaults() {
        return new VolatilityBurstParameters(4, 2, 2.5, Duration.ofMinutes(10), 300, 0.8);
    }

    /** Returns these with another ratio, ended at half of it. */
    public VolatilityBurstParameters calibratedTo(double limit) {
        return new VolatilityBurstParameters(
                limit, limit / 2, threshold, baseline, warmUp, minQuality);
    }
}
