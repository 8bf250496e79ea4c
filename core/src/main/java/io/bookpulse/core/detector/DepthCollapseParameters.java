package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * When the size at the best prices has collapsed (DEFINITIONS 8.2, 8.8 P2). All levels are shares
 * of the median depth of the last 600 s.
 *
 * @param ratio depth below this begins an excursion, above 0 and below 1
 * @param rearmRatio depth at or above this ends it, from ratio to 1
 * @param normalRatio depth at or above this is wholly normal, from rearmRatio to 1
 * @param minSamples least number of samples behind the median, at least 1
 * @param excursion what all excursions share
 */
public record DepthCollapseParameters(
        double ratio,
        double rearmRatio,
        double normalRatio,
        int minSamples,
        ExcursionParameters excursion)
        implements Serializable {
    /** Checks the ranges. */
    public DepthCollapseParameters {
        Checks.positive(ratio, "ratio");
        Checks.inRange(ratio, 1, rearmRatio, "rearm-ratio");
        Checks.inRange(rearmRatio, 1, normalRatio, "normal-ratio");
        Checks.atLeast(1, minSamples, "min-samples");
    }

    /**
     * Below 0.3 of the median, back at 0.6, normal from 0.7, two samples in a row, from the 120th
     * sample on (DEFINITIONS 8.2 and 20).
     */
    public static DepthCollapseParameters defaults() {
        return new DepthCollapseParameters(
                0.3, 0.6, 0.7, 120, ExcursionParameters.defaults().withConfirmations(2));
    }

    /**
     * Returns these with a calibrated ratio, re-armed at the same multiple of it as before, at most
     * at one median.
     */
    public DepthCollapseParameters calibratedTo(double share) {
        double rearm = Math.min(1, share * rearmRatio / ratio);
        return new DepthCollapseParameters(
                share, rearm, Math.max(rearm, normalRatio), minSamples, excursion);
    }
}
