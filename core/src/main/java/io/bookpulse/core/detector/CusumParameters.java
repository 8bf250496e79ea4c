package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * A two-sided CUSUM (DEFINITIONS 8.3).
 *
 * @param k allowance, standard deviations: half of the smallest shift worth finding, 0.05 to 10
 * @param h limit of the sum, standard deviations, above 0; an alarm is strictly above it
 * @param fastInitialResponse whether the sums start at h/2, so that a shift which outlasts its
 *     alarm is found again sooner
 */
public record CusumParameters(double k, double h, boolean fastInitialResponse)
        implements Serializable {
    /** Checks the ranges. */
    public CusumParameters {
        Checks.inRange(0.05, 10, k, "k");
        Checks.positive(h, "h");
    }

    /**
     * The values to be compared with: k 0.5 (finds shifts of one deviation fastest), h 3, from 0.
     */
    public static CusumParameters defaults() {
        return new CusumParameters(0.5, 3.0, false);
    }

    /** Returns these with another limit. */
    public CusumParameters withLimit(double limit) {
        return new CusumParameters(k, limit, fastInitialResponse);
    }

    /** What the sums start with, standard deviations; nothing if there is no limit. */
    double headStart() {
        return fastInitialResponse && h < Double.MAX_VALUE ? h / 2 : 0;
    }
}
