package io.bookpulse.connectors.file;

import java.util.concurrent.atomic.LongAdder;

/**
 * How much the file sources of this process have read: for the progress line of an embedded run,
 * never for logic. Only grows; a reader of it keeps the value at its own start.
 */
public final class ReadProgress {
    private static final LongAdder VALUES = new LongAdder();
    private static final LongAdder STORED_BYTES = new LongAdder();

    private ReadProgress() {}

    /** Events and rejects read so far. */
    public static long values() {
        return VALUES.sum();
    }

    /** Bytes read so far, as they are stored. */
    public static long storedBytes() {
        return STORED_BYTES.sum();
    }

    static void add(long values, long storedBytes) {
        VALUES.add(values);
        STORED_BYTES.add(storedBytes);
    }
}
