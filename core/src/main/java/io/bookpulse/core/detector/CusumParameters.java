package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * A two-sided CUSUM (DEFINITIONS 8.3).
 *
 * @param k allowance, standard deviations: half of the smallest shift worth finding, 0.05 to 10
 * @param h limit of the sum, standard deviations, above 0; an alarm is strictly above it
 * @param baseline time constant of the exponentially weighted mean and deviation, above 0
 * @param preWhiten whether the lag-1 autocorrelation is removed first; needed for a limit that
 *     follows from a rate, because autocorrelation multiplies false alarms
 * @param warmUp samples that the baseline needs before the sums start, at least 3
 * @param resetAfter without a usable sample for longer than this the sums start again from 0
 */
public record CusumParameters(
        double k, double h, Duration baseline, boolean preWhiten, int warmUp, Duration resetAfter)
        implements Serializable {
    /** Checks the ranges. */
    public CusumParameters {
        Checks.inRange(0.05, 10, k, "k");
        Checks.positive(h, "h");
        Checks.atLeast(1L, baseline.toNanos(), "baseline");
        Checks.atLeast(3, warmUp, "warm-up");
        Checks.atLeast(1L, resetAfter.toNanos(), "reset-after");
    }

    /**
     * The values to be compared with: k 0.5 (finds shifts of one deviation fastest), h 3, baseline
     * 600 s, no pre-whitening, 300 samples of warm-up (the mean is then known to 0.06 deviations),
     * reset after 60 s (DEFINITIONS 0.8).
     */
    public static CusumParameters defaults() {
        return new CusumParameters(
                0.5, 3.0, Duration.ofSeconds(600), false, 300, Duration.ofSeconds(60));
    }

    /** Returns these with a calibrated limit, on pre-whitened samples. */
    public CusumParameters calibratedTo(double limit) {
        return new CusumParameters(k, limit, baseline, true, warmUp, resetAfter);
    }
}
