package io.bookpulse.connectors.file;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of one format, in the order in which they are to be read. For LOBSTER a file stands for its
 * pair.
 *
 * @param format what is in them
 * @param files at least one, no two with the same path or name
 */
public record FeedInput(FeedFormat format, List<FeedFile> files) {
    /** Copies the list and refuses an empty one. */
    public FeedInput {
        files = List.copyOf(files);
        Checks.atLeast(1, files.size(), "files");
    }

    /** Bytes of all files as they are stored: what progress is measured against. */
    public long storedBytes() {
        return files.stream().mapToLong(FeedInput::size).sum();
    }

    private static long size(FeedFile file) {
        try {
            return Files.size(Path.of(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
