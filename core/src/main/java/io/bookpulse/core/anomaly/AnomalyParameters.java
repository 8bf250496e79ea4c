package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How unusual samples become alerts.
 *
 * @param method what gives the score
 * @param features what half-space trees and random cut forests look at, see {@link SampleFeature};
 *     an isolation forest has its own in its model
 * @param confirmations samples in a row above the limit before an alert, 1 to 60
 * @param rearm share of the limit below which a sample counts as usual again, 0 to 1
 * @param clearAfter usual samples in a row after which the alert ends, 1 to 600
 * @param resetAfter without a score for longer an alert ends, and samples are no more in a row
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 * @param tail limit of the scores of half-space trees and random cut forests; an isolation forest
 *     has its own in its model
 * @param halfSpaceTrees size and memory of these
 * @param randomCutForest size and pace of these
 */
public record AnomalyParameters(
        AnomalyMethod method,
        List<String> features,
        int confirmations,
        double rearm,
        int clearAfter,
        Duration resetAfter,
        double minQuality,
        TailThresholdParameters tail,
        HalfSpaceTreesParameters halfSpaceTrees,
        RandomCutForestParameters randomCutForest)
        implements Serializable {
    /** Checks the ranges. */
    public AnomalyParameters {
        features = List.copyOf(features);
        SampleFeature.parseAll(features);
        Checks.inRange(1, 60, confirmations, "confirmations");
        Checks.inRange(0, 1, rearm, "rearm");
        Checks.inRange(1, 600, clearAfter, "clear-after");
        Checks.atLeast(1L, resetAfter.toNanos(), "reset-after");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * No method; then an alert at the second unusual sample in a row, because one is often a single
     * odd quote, until 5 in a row are below 0.95 of the limit. Reset after 5 min, quality 0.8.
     */
    public static AnomalyParameters defaults() {
        return new AnomalyParameters(
                AnomalyMethod.NONE,
                SampleFeature.DEFAULTS,
                2,
                0.95,
                5,
                Duration.ofMinutes(5),
                0.8,
                TailThresholdParameters.defaults(),
                HalfSpaceTreesParameters.defaults(),
                RandomCutForestParameters.defaults());
    }

    /** Returns these with another method. */
    public AnomalyParameters withMethod(AnomalyMethod other) {
        return new AnomalyParameters(
                other,
                features,
                confirmations,
                rearm,
                clearAfter,
                resetAfter,
                minQuality,
                tail,
                halfSpaceTrees,
                randomCutForest);
    }

    /** Returns these with the share of scores that may pass the limit. */
    public AnomalyParameters withShare(double share) {
        return new AnomalyParameters(
                method,
                features,
                confirmations,
                rearm,
                clearAfter,
                resetAfter,
                minQuality,
                tail.withShare(share),
                halfSpaceTrees,
                randomCutForest);
    }

    /** Distance of two scores, given the distance of two samples. */
    public Duration scoreInterval(Duration sampleInterval) {
        boolean slow =
                method == AnomalyMethod.RANDOM_CUT_FOREST
                        && randomCutForest.interval().compareTo(sampleInterval) > 0;
        return slow ? randomCutForest.interval() : sampleInterval;
    }
}
