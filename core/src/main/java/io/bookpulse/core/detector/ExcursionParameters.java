package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What every excursion has in common, whatever quantity it watches.
 *
 * @param confirmations grid samples that must find the value still abnormal before the excursion
 *     counts as confirmed; 0 confirms it at entry. From 0 to 60
 * @param minQuality least share of good events (DEFINITIONS 1) at which the book is judged, 0 to 1
 * @param blindLimit how long an excursion stays open while nothing can be judged; then it is
 *     closed, because nobody knows any more whether it lasts
 */
public record ExcursionParameters(int confirmations, double minQuality, Duration blindLimit)
        implements Serializable {
    /** Checks the ranges. */
    public ExcursionParameters {
        Checks.inRange(0, 60, confirmations, "confirmations");
        Checks.inRange(0, 1, minQuality, "min-quality");
        Checks.atLeast(1L, blindLimit.toNanos(), "blind-limit");
    }

    /**
     * One confirmation (DEFINITIONS 8.8), quality 0.8 (one event in five may be bad), 10 s of
     * blindness (longer than a crossed book usually lasts, shorter than a resynchronisation).
     */
    public static ExcursionParameters defaults() {
        return new ExcursionParameters(1, 0.8, Duration.ofSeconds(10));
    }

    /** Returns these with another number of confirmations. */
    public ExcursionParameters withConfirmations(int count) {
        return new ExcursionParameters(count, minQuality, blindLimit);
    }
}
