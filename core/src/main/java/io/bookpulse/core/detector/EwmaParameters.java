package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * An EWMA chart (DEFINITIONS 8.10).
 *
 * @param weight weight of the newest sample, 0.02 to 1; small weights find small shifts
 * @param limit limit, standard deviations of the weighted mean, above 0; an alarm is strictly above
 *     it
 */
public record EwmaParameters(double weight, double limit) implements Serializable {
    /** Checks the ranges. */
    public EwmaParameters {
        Checks.inRange(0.02, 1, weight, "weight");
        Checks.positive(limit, "limit");
    }

    /** Weight 0.1 (finds shifts of one deviation fastest), limit 4. */
    public static EwmaParameters defaults() {
        return new EwmaParameters(0.1, 4);
    }

    /** Returns these with another limit. */
    public EwmaParameters withLimit(double other) {
        return new EwmaParameters(weight, other);
    }
}
