package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What all charts measure their stream against, and when.
 *
 * @param memory time constant of the exponentially weighted mean and deviation, above 0
 * @param preWhiten whether the lag-1 autocorrelation is removed first, and what is left winsorised;
 *     needed for a limit that follows from a rate: both multiply false alarms
 * @param autocorrelationMemory time constant of the autocorrelation, above 0
 * @param winsorise innovations further out than this count as this, their own deviations, 1 to 1000
 * @param scaleMemory time constant of the innovations' deviation, above 0
 * @param warmUp samples that the baseline needs before the chart starts, at least 3
 * @param resetAfter without a usable sample for longer than this the chart starts again
 */
public record ChartBaselineParameters(
        Duration memory,
        boolean preWhiten,
        Duration autocorrelationMemory,
        double winsorise,
        Duration scaleMemory,
        int warmUp,
        Duration resetAfter)
        implements Serializable {
    /** Checks the ranges. */
    public ChartBaselineParameters {
        Checks.atLeast(1L, memory.toNanos(), "memory");
        Checks.atLeast(1L, autocorrelationMemory.toNanos(), "autocorrelation-memory");
        Checks.inRange(1, 1000, winsorise, "winsorise");
        Checks.atLeast(1L, scaleMemory.toNanos(), "scale-memory");
        Checks.atLeast(3, warmUp, "warm-up");
        Checks.atLeast(1L, resetAfter.toNanos(), "reset-after");
    }

    /**
     * The values to be compared with: memory 600 s, no pre-whitening, 300 samples of warm-up (the
     * mean is then known to 0.06 deviations), reset after 60 s (DEFINITIONS 0.8).
     *
     * <p>With pre-whitening: autocorrelation over 1 h, because it is a lasting property and the
     * error of its estimate multiplies false alarms; innovations winsorised at 2.5, where normal
     * noise and Student's t with 3 degrees of freedom come equally close to the rate asked for;
     * their deviation over 60 s, to follow the clustering of volatility.
     */
    public static ChartBaselineParameters defaults() {
        return new ChartBaselineParameters(
                Duration.ofSeconds(600),
                false,
                Duration.ofHours(1),
                2.5,
                Duration.ofSeconds(60),
                300,
                Duration.ofSeconds(60));
    }

    /** Returns these with another warm-up. */
    public ChartBaselineParameters withWarmUp(int samples) {
        return new ChartBaselineParameters(
                memory,
                preWhiten,
                autocorrelationMemory,
                winsorise,
                scaleMemory,
                samples,
                resetAfter);
    }

    /** Returns these, made fit for a limit that follows from a rate: with pre-whitening. */
    public ChartBaselineParameters calibrated() {
        return new ChartBaselineParameters(
                memory, true, autocorrelationMemory, winsorise, scaleMemory, warmUp, resetAfter);
    }
}
