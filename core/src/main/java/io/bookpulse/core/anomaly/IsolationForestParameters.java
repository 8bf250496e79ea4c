package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How an isolation forest is grown (DEFINITIONS 9.1).
 *
 * @param trees how many trees, 1 to 1000
 * @param sampleSize rows of which each tree is grown, 2 to 4096; fewer if there are fewer rows
 * @param seed what the random choices follow from
 */
public record IsolationForestParameters(int trees, int sampleSize, long seed)
        implements Serializable {
    /** Checks the ranges. */
    public IsolationForestParameters {
        Checks.inRange(1, 1000, trees, "trees");
        Checks.inRange(2, 4096, sampleSize, "sample-size");
    }

    /** 100 trees of 256 rows: beyond, path lengths no longer change (Liu 2008, section 4). */
    public static IsolationForestParameters defaults() {
        return new IsolationForestParameters(100, 256, 1);
    }
}
