package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When trades are a sweep, and sweeps a chain (DEFINITIONS 2.15, 8.8 P7).
 *
 * @param enabled whether it is looked for
 * @param window within which the trades of a sweep follow its first
 * @param levels least prices that a sweep goes through, at least 2
 * @param leastBps least distance of its first and last price, bps, at least 0
 * @param consumed least size of a sweep, in usual sizes of the best levels of a side, above 0
 * @param within between the sweeps of a chain
 * @param minQuality least share of good events at which trades are judged, 0 to 1
 */
public record SweepChainParameters(
        boolean enabled,
        Duration window,
        int levels,
        double leastBps,
        double consumed,
        Duration within,
        double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public SweepChainParameters {
        Checks.atLeast(1L, window.toMillis(), "window (ms)");
        Checks.atLeast(2, levels, "levels");
        Checks.inRange(0, 10_000, leastBps, "least-bps");
        Checks.positive(consumed, "consumed");
        Checks.atLeast(1L, within.toMillis(), "within (ms)");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * Three prices within 100 ms, again within 3 s (DEFINITIONS 2.15, 8.8), taking what ten levels
     * usually hold and 2 bps away: three prices alone are nothing where a price is a thousandth of
     * a bp, 500 sweeps and 324 chains of them in eleven quiet minutes of BTCUSDT.
     */
    public static SweepChainParameters defaults() {
        return new SweepChainParameters(
                true, Duration.ofMillis(100), 3, 2, 1, Duration.ofSeconds(3), 0.8);
    }
}
