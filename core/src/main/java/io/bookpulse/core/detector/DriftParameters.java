package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * The CUSUM streams of {@link Drift}.
 *
 * @param cusum the same for all streams
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 */
public record DriftParameters(CusumParameters cusum, double minQuality) implements Serializable {
    /** Checks the ranges. */
    public DriftParameters {
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /** {@link CusumParameters#defaults()}, quality 0.8 as in {@link ExcursionParameters}. */
    public static DriftParameters defaults() {
        return new DriftParameters(CusumParameters.defaults(), 0.8);
    }

    /** Returns these with a calibrated limit. */
    public DriftParameters calibratedTo(double limit) {
        return new DriftParameters(cusum.calibratedTo(limit), minQuality);
    }
}
