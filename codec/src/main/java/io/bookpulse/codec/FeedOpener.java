package io.bookpulse.codec;

import java.io.IOException;
import java.io.InputStream;

/** Opens a path of any file system. */
@FunctionalInterface
public interface FeedOpener {
    /**
     * Opens the file's bytes as they are stored; readers decompress gzip themselves.
     *
     * @throws IOException if there is no such file or it cannot be read
     */
    InputStream open(String path) throws IOException;
}
