package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What all charts measure their stream against, and when.
 *
 * @param memory time constant of the exponentially weighted mean and deviation, above 0
 * @param preWhiten whether the lag-1 autocorrelation is removed first; needed for a limit that
 *     follows from a rate, because autocorrelation multiplies false alarms
 * @param warmUp samples that the baseline needs before the chart starts, at least 3
 * @param resetAfter without a usable sample for longer than this the chart starts again
 */
public record ChartBaselineParameters(
        Duration memory, boolean preWhiten, int warmUp, Duration resetAfter)
        implements Serializable {
    /** Checks the ranges. */
    public ChartBaselineParameters {
        Checks.atLeast(1L, memory.toNanos(), "memory");
        Checks.atLeast(3, warmUp, "warm-up");
        Checks.atLeast(1L, resetAfter.toNanos(), "reset-after");
    }

    /**
     * The values to be compared with: memory 600 s, no pre-whitening, 300 samples of warm-up (the
     * mean is then known to 0.06 deviations), reset after 60 s (DEFINITIONS 0.8).
     */
    public static ChartBaselineParameters defaults() {
        return new ChartBaselineParameters(
                Duration.ofSeconds(600), false, 300, Duration.ofSeconds(60));
    }

    /** Returns these, made fit for a limit that follows from a rate: with pre-whitening. */
    public ChartBaselineParameters calibrated() {
        return new ChartBaselineParameters(memory, true, warmUp, resetAfter);
    }
}
