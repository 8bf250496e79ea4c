package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * Size and pace of a random cut forest (DEFINITIONS 9.2).
 *
 * @param interval how often a sample is taken in and scored, 1 s or longer: each time costs about 8
 *     ms, because the forest is read from and written to its state
 * @param trees how many trees, 10 to 100
 * @param sampleSize points that each tree keeps, 32 to 512
 * @param shingle points that are judged together, 1 to 16
 * @param seed what the random choices follow from
 */
public record RandomCutForestParameters(
        Duration interval, int trees, int sampleSize, int shingle, long seed)
        implements Serializable {
    /** Checks the ranges. */
    public RandomCutForestParameters {
        Checks.atLeast(1_000_000_000L, interval.toNanos(), "interval");
        Checks.inRange(10, 100, trees, "trees");
        Checks.inRange(32, 512, sampleSize, "sample-size");
        Checks.inRange(1, 16, shingle, "shingle");
    }

    /** A point a minute; 30 trees of 128 points, shingles of 4: about 120 kB an instrument. */
    public static RandomCutForestParameters defaults() {
        return new RandomCutForestParameters(Duration.ofMinutes(1), 30, 128, 4, 1);
    }
}
