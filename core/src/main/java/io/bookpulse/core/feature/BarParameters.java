package io.bookpulse.core.feature;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How trades are gathered into bars (DEFINITIONS 6).
 *
 * @param interval length of a bar, a multiple of the sample interval
 * @param activityBars bars in the mean volume that a bar's activity is measured by, itself included
 */
public record BarParameters(Duration interval, int activityBars) implements Serializable {
    /** Checks the ranges. */
    public BarParameters {
        Checks.atLeast(1L, interval.toNanos(), "interval (ns)");
        Checks.atLeast(1, activityBars, "activity-bars");
    }

    /** One minute, the bar that venues publish; 20 bars, the regime model's window. */
    public static BarParameters defaults() {
        return new BarParameters(Duration.ofSeconds(60), 20);
    }
}
