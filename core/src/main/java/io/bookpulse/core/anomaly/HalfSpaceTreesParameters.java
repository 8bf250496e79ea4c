package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * Size and memory of half-space trees (DEFINITIONS 9.3).
 *
 * @param trees how many trees, 1 to 100
 * @param height cuts on each path, 1 to 12; the state is {@code 4 trees 2^height} bytes, at most
 *     110,000
 * @param window samples of one mass profile, 20 to 250: a count fits a byte
 * @param rangeQuantile share of a window's values below, and above, the range of a feature, 0 to
 *     0.25
 * @param seed what the random cuts follow from
 */
public record HalfSpaceTreesParameters(
        int trees, int height, int window, double rangeQuantile, long seed)
        implements Serializable {
    private static final int MOST_BYTES = 110_000;

    /** Checks the ranges and the size of the state. */
    public HalfSpaceTreesParameters {
        Checks.inRange(1, 100, trees, "trees");
        Checks.inRange(1, 12, height, "height");
        Checks.inRange(20, 250, window, "window");
        Checks.inRange(0, 0.25, rangeQuantile, "range-quantile");
        if (((4 * trees) << height) > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "height is "
                            + height
                            + ", must be so low that 4 trees 2^height bytes are at most "
                            + MOST_BYTES);
        }
    }

    /**
     * 25 trees, window 250, as Tan et al. (2011); height 8 instead of their 15 or the 12 of
     * DEFINITIONS: 12 would take 410 kB an instrument, 8 takes 26, and finds as much: 8 halvings
     * leave about one of 250 points in a cell ({@code HalfSpaceTreesTest}: AUC 0.83 from 5 to 9
     * cuts, 0.80 with 10).
     */
    public static HalfSpaceTreesParameters defaults() {
        return new HalfSpaceTreesParameters(25, 8, 250, 0.01, 1);
    }
}
