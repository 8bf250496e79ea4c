package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * When traded volume bursts (DEFINITIONS 8.7).
 *
 * @param threshold score of the volume of a window at which a burst begins, standard deviations,
 *     above 0
 * @param rearm score of all windows below which it ends, 0 to threshold
 * @param empiricalTail whether a window whose scores pass the threshold more often than those of a
 *     normal variable has a higher one of its own
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 */
public record VolumeBurstParameters(
        double threshold, double rearm, boolean empiricalTail, double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public VolumeBurstParameters {
        Checks.positive(threshold, "threshold");
        Checks.inRange(0, threshold, rearm, "rearm");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /** From 2.5 (DEFINITIONS 8.7, 20) to half of it, quality as in {@link ExcursionParameters}. */
    public static VolumeBurstParameters defaults() {
        return new VolumeBurstParameters(2.5, 1.25, false, 0.8);
    }

    /** Returns these with another threshold, re-armed at half of it, and empirical tails. */
    public VolumeBurstParameters calibratedTo(double limit) {
        return new VolumeBurstParameters(limit, limit / 2, true, minQuality);
    }
}
