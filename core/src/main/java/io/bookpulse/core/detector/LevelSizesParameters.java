package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the usual size of levels is measured.
 *
 * @param levels best levels a side that are looked at, 1 to 100
 * @param every distance of the samples that are looked at, a multiple of their interval
 * @param baseline how many of these the usual size is taken from
 * @param warmUp of these before it is known, 1 to baseline
 * @param minQuality least share of good events at which a sample counts, 0 to 1
 */
public record LevelSizesParameters(
        int levels, Duration every, int baseline, int warmUp, double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public LevelSizesParameters {
        Checks.inRange(1, 100, levels, "levels");
        Checks.atLeast(1L, every.toMillis(), "every (ms)");
        Checks.inRange(1, 100_000, baseline, "baseline");
        Checks.inRange(1, baseline, warmUp, "warm-up");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * Ten levels (DEFINITIONS 2.15, 8.8 P6), every 5 s, over the last five minutes as for volume,
     * known after one: sizes of levels repeat themselves from second to second.
     */
    public static LevelSizesParameters defaults() {
        return new LevelSizesParameters(10, Duration.ofSeconds(5), 60, 12, 0.8);
    }
}
