package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Change points of several features together (DEFINITIONS 8.6).
 *
 * @param enabled whether they are looked for at all
 * @param features what is looked at, 1 to 8 different ones
 * @param bocpd how
 * @param baseline time constant of the mean, deviation and autocorrelation that features are
 *     standardised by, above 0
 * @param normalScores whether each innovation is judged by its rank among the last ones, so that
 *     the rate of false alarms does not depend on how features are distributed
 * @param scoreWindow innovations that the rank is among, 30 to 10,000
 * @param warmUp samples that the baseline needs first, at least 3
 * @param resetAfter without a usable sample for longer than this the run starts anew
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 */
public record ChangePointParameters(
        boolean enabled,
        List<ChangeFeature> features,
        BocpdParameters bocpd,
        Duration baseline,
        boolean normalScores,
        int scoreWindow,
        int warmUp,
        Duration resetAfter,
        double minQuality)
        implements Serializable {
    private static final double EXPECTED_RUN = 1_000;
    private static final double ROBUST_CLIP = 3;

    /** Checks the ranges. */
    public ChangePointParameters {
        features = List.copyOf(features);
        Checks.inRange(1, 8, features.size(), "features");
        Checks.atLeast((long) features.size(), features.stream().distinct().count(), "features");
        Checks.atLeast(1L, baseline.toNanos(), "baseline");
        Checks.inRange(30, 10_000, scoreWindow, "score-window");
        Checks.atLeast(3, warmUp, "warm-up");
        Checks.atLeast(1L, resetAfter.toNanos(), "reset-after");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * Imbalance, depth and volume: which side, how much liquidity, how much trading; each exists in
     * every second and moves in small steps. Baseline and warm-up as in {@link
     * ChartBaselineParameters}, quality as in {@link ExcursionParameters}; innovations as they are
     * (DEFINITIONS 8.6), ranks among as many as the baseline's memory.
     */
    public static ChangePointParameters defaults() {
        return new ChangePointParameters(
                true,
                List.of(ChangeFeature.IMBALANCE, ChangeFeature.LOG_DEPTH, ChangeFeature.LOG_VOLUME),
                BocpdParameters.defaults(),
                Duration.ofSeconds(600),
                false,
                600,
                300,
                Duration.ofSeconds(60),
                0.8);
    }

    /**
     * Returns these with a threshold, at an expected run of 1,000 samples, by normal scores and
     * clipped at 3, which is about the largest score of the window.
     *
     * <p>A longer run finds small shifts sooner at the same rate on independent noise, but takes
     * clusters of volatility for changes: where 1,000 alarms 22 times a day on GARCH noise, 10,000
     * does 60 times.
     */
    public ChangePointParameters calibratedTo(double threshold) {
        BocpdParameters calibrated =
                new BocpdParameters(
                        EXPECTED_RUN,
                        bocpd.recentRun(),
                        threshold,
                        bocpd.maxRun(),
                        bocpd.leastMass(),
                        Math.min(bocpd.clip(), ROBUST_CLIP));
        return new ChangePointParameters(
                enabled,
                features,
                calibrated,
                baseline,
                true,
                scoreWindow,
                warmUp,
                resetAfter,
                minQuality);
    }
}
