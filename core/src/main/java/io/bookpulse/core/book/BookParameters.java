package io.bookpulse.core.book;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * Limits of a {@link Book}.
 *
 * @param depth levels a side that count as its top: a change below them is conflated (F12), and a
 *     truncated side with fewer is no longer known; 1 or more
 * @param maxLevels levels kept a side, the best ones; at least {@code depth}
 * @param bufferedDiffs diffs that may wait for a snapshot; the oldest is given up beyond; 1 or more
 * @param resyncAfterCrossed how long a book may stay crossed, in event time, before it counts as
 *     wrong and waits for a snapshot (F6); above 0
 */
public record BookParameters(
        int depth, int maxLevels, int bufferedDiffs, Duration resyncAfterCrossed)
        implements Serializable {

    /** Refuses limits that contradict each other. */
    public BookParameters {
        Checks.atLeast(1, depth, "depth");
        Checks.atLeast(depth, maxLevels, "maxLevels");
        Checks.atLeast(1, bufferedDiffs, "bufferedDiffs");
        Checks.atLeast(1, resyncAfterCrossed.toNanos(), "resyncAfterCrossed (ns)");
    }

    /**
     * 10 levels: what features and F12 look at. 5,000 levels: the most that a Binance snapshot
     * gives; ten minutes of a busy instrument hold 3,400 a side, and 1,000 lost the top of the book
     * within them; 160 kB at most, grown on demand. 1,000 diffs: 100 s at 10 a second, longer than
     * any snapshot takes. 5 s: F6.
     */
    public static BookParameters defaults() {
        return new BookParameters(10, 5000, 1000, Duration.ofSeconds(5));
    }
}
