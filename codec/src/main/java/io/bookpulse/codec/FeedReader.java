package io.bookpulse.codec;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one feed file from its beginning to its end. Deterministic: a second reader of the same
 * file gives the same values in the same order, so a position to resume from is the number of
 * values taken.
 */
public interface FeedReader extends Closeable {
    /**
     * Returns the next value, or null at the end of the file.
     *
     * @throws FeedException if the file as a whole cannot be what its format says, such as a
     *     truncated archive; its message is one sentence for the user
     * @throws IOException if reading fails
     */
    @Nullable Decoded next() throws IOException;

    /** Lines (or records) read so far. */
    long linesRead();

    /** Stored bytes read so far, compressed as they are: progress against the file's size. */
    long bytesRead();
}
