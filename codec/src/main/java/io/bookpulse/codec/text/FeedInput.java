package io.bookpulse.codec.text;

import io.bookpulse.codec.FeedOpener;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An opened file whose bytes come decompressed: gzip is recognised by its first two bytes, not by
 * the file's name.
 */
public final class FeedInput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final CountingInputStream stored;
    private final InputStream content;

    private FeedInput(CountingInputStream stored, InputStream content) {
        this.stored = stored;
        this.content = content;
    }

    /**
     * Opens a file.
     *
     * @throws EOFException or ZipException, as later reads do, if a gzip file is broken
     */
    public static FeedInput open(FeedOpener opener, String path) throws IOException {
        CountingInputStream stored = new CountingInputStream(opener.open(path));
        try {
            return new FeedInput(stored, decompressed(stored));
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    /** The decompressed bytes. */
    public InputStream content() {
        return content;
    }

    /** Bytes read from the file as it is stored. */
    public long bytesRead() {
        return stored.count();
    }

    /** Whether the exception says that a compressed file is broken, not that reading failed. */
    public static boolean isDamage(IOException e) {
        return e instanceof EOFException || e instanceof ZipException;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static InputStream decompressed(InputStream stored) throws IOException {
        InputStream buffered = new BufferedInputStream(stored, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        boolean gzip = first == 0x1f && second == 0x8b;
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }
}
