package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.EntryCheck;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One of the files that are read at the same time, with the value that comes next in it. */
final class OpenFile implements Closeable {
    private final FeedReader values;
    private final EntryCheck check;
    private final String split;
    private long reportedBytes;

    /** The value that comes next; null at the end. */
    @Nullable Decoded next;

    /** The largest event time up to the next value, with it: what a watermark is made of. */
    long clockNanos = Long.MIN_VALUE;

    private OpenFile(FeedReader values, EntryCheck check, String split) {
        this.values = values;
        this.check = check;
        this.split = split;
    }

    static OpenFile open(FeedFile file, EntryCheck check) throws IOException {
        FeedReader values = FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)));
        OpenFile opened = new OpenFile(values, check, file.name());
        try {
            opened.advance();
            return opened;
        } catch (IOException | RuntimeException e) {
            values.close();
            throw e;
        }
    }

    /** Reads the value after the next one. */
    void advance() throws IOException {
        Decoded read = values.next();
        if (read == null) {
            next = null;
            return;
        }
        read.split = split; // lateness is decided by what the watermark is made of
        Decoded admitted = check.admit(read);
        next = admitted;
        if (admitted.reject == null) {
            clockNanos = Math.max(clockNanos, admitted.eventTimeNanos());
        }
    }

    /** Stored bytes read since this was last asked. */
    long newBytes() {
        long read = values.bytesRead();
        long added = read - reportedBytes;
        reportedBytes = read;
        return added;
    }

    @Override
    public void close() throws IOException {
        values.close();
    }
}
