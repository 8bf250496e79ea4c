package io.bookpulse.bench.job;

import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.Checks;
import java.util.Locale;

/**
 * One cell of the matrix.
 *
 * @param instruments instruments that the events are spread over
 * @param parallelism subtasks of each operator
 * @param heap the heap backend instead of RocksDB
 * @param format our binary form or captured JSON
 */
public record JobCase(int instruments, int parallelism, boolean heap, FeedFormat format) {
    /** Checks the ranges. */
    public JobCase {
        Checks.inRange(1, 100_000, instruments, "instruments");
        Checks.atLeast(1, parallelism, "parallelism");
    }

    /** The name in the table. */
    public String label() {
        return String.format(
                Locale.ROOT,
                "%,d instruments, parallelism %d, %s, %s",
                instruments,
                parallelism,
                heap ? "heap" : "RocksDB",
                format == FeedFormat.BOOKPULSE ? "binary" : "JSON");
    }

    /** The first of the cases that read the same events. */
    JobCase market() {
        return new JobCase(instruments, 1, false, format);
    }

    /** The case that differs in the backend alone. */
    public JobCase withHeap(boolean other) {
        return new JobCase(instruments, parallelism, other, format);
    }

    /** The case that differs in the number of instruments alone. */
    public JobCase withInstruments(int other) {
        return new JobCase(other, parallelism, heap, format);
    }
}
