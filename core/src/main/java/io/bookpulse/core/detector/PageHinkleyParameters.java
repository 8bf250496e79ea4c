package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * A two-sided Page-Hinkley test (DEFINITIONS 8.5).
 *
 * @param delta allowance, standard deviations, 0.05 to 10
 * @param lambda limit, standard deviations, above 0; an alarm is strictly above it
 * @param minSamples samples since the last start before an alarm, at least 1
 */
public record PageHinkleyParameters(double delta, double lambda, int minSamples)
        implements Serializable {
    /** Checks the ranges. */
    public PageHinkleyParameters {
        Checks.inRange(0.05, 10, delta, "delta");
        Checks.positive(lambda, "lambda");
        Checks.atLeast(1, minSamples, "min-samples");
    }

    /**
     * Delta 0.25 (finds shifts of half a deviation fastest), lambda 19 (one false alarm in about
     * 86,400 samples of noise), from the 30th sample on, when the mean is known to 0.2 deviations.
     */
    public static PageHinkleyParameters defaults() {
        return new PageHinkleyParameters(0.25, 19, 30);
    }

    /** Returns these with another limit. */
    public PageHinkleyParameters withLimit(double limit) {
        return new PageHinkleyParameters(delta, limit, minSamples);
    }
}
