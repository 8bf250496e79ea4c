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
 * @param warmUp samples that the baseline needs first, at least 3
 * @param resetAfter without a usable sample for longer than this the run starts anew
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 */
public record ChangePointParameters(
        boolean enabled,
        List<ChangeFeature> features,
        BocpdParameters bocpd,
        Duration baseline,
        int warmUp,
        Duration resetAfter,
        double minQuality)
        implements Serializable {
    private static final double QUIET_RUN = 10_000;
    private static final double ROBUST_CLIP = 3;

    /** Checks the ranges. */
    public ChangePointParameters {
        features = List.copyOf(features);
        Checks.inRange(1, 8, features.size(), "features");
        Checks.atLeast((long) features.size(), features.stream().distinct().count(), "features");
        Checks.atLeast(1L, baseline.toNanos(), "baseline");
        Checks.atLeast(3, warmUp, "warm-up");
        Checks.atLeast(1L, resetAfter.toNanos(), "reset-after");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * Imbalance, depth and volume: which side, how much liquidity, how much trading; each exists in
     * every second and moves in small steps. Baseline and warm-up as in {@link
     * ChartBaselineParameters}, quality as in {@link ExcursionParameters}.
     */
    public static ChangePointParameters defaults() {
        return new ChangePointParameters(
                true,
                List.of(ChangeFeature.IMBALANCE, ChangeFeature.LOG_DEPTH, ChangeFeature.LOG_VOLUME),
                BocpdParameters.defaults(),
                Duration.ofSeconds(600),
                300,
                Duration.ofSeconds(60),
                0.8);
    }

    /**
     * Returns these with a threshold that was found on quiet history, at an expected run of 10,000
     * samples, and robust as {@link #calibratedTo}.
     */
    public ChangePointParameters calibratedToThreshold(double threshold) {
        return robust(QUIET_RUN, threshold);
    }

    /**
     * Returns these with another expected run, within what {@link BocpdParameters} allow, and with
     * values clipped at 3: a single outlier of a heavy tail, clipped at 6, makes a change as good
     * as certain, which on Student's noise with 3 degrees of freedom is 700 alarms a day.
     */
    public ChangePointParameters calibratedTo(double expectedRun) {
        return robust(Math.max(2, Math.min(100_000, expectedRun)), bocpd.threshold());
    }

    private ChangePointParameters robust(double expectedRun, double threshold) {
        BocpdParameters robust =
                new BocpdParameters(
                        expectedRun,
                        bocpd.recentRun(),
                        threshold,
                        bocpd.maxRun(),
                        bocpd.leastMass(),
                        Math.min(bocpd.clip(), ROBUST_CLIP));
        return new ChangePointParameters(
                enabled, features, robust, baseline, warmUp, resetAfter, minQuality);
    }
}
