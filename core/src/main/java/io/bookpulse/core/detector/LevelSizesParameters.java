package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How the usual size of levels is measured.
 *
 * @param levels best levels a side that are looked at, 1 to 100
 * @param baseline samples that the usual size is taken from
 * @param warmUp of these before it is known, 1 to baseline
 * @param minQuality least share of good events at which a sample counts, 0 to 1
 */
public record LevelSizesParameters(int levels, int baseline, int warmUp, double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public LevelSizesParameters {
        Checks.inRange(1, 100, levels, "levels");
        Checks.inRange(1, 100_000, baseline, "baseline");
        Checks.inRange(1, baseline, warmUp, "warm-up");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /** Ten levels (DEFINITIONS 2.15, 8.8 P6); the last 300 samples as for volume, from the 60th. */
    public static LevelSizesParameters defaults() {
        return new LevelSizesParameters(10, 300, 60, 0.8);
    }
}
