package io.bookpulse.codec.feed;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * One feed file, or pair of files, to be read by one reader.
 *
 * @param format what is in it
 * @param path the file; for LOBSTER the message file
 * @param name the name that events and rejects carry as their source; by default the file's name
 *     without its folder, so that results do not depend on where a file lies
 */
public record FeedFile(FeedFormat format, String path, String name) implements Serializable {
    /** Refuses blank paths and names. */
    public FeedFile {
        Checks.notBlank(path, "path");
        Checks.notBlank(name, "name");
    }

    /** Returns the file at that path; either file of a LOBSTER pair stands for the pair. */
    public static FeedFile of(FeedFormat format, String path) {
        String primary = format.primaryPath(path);
        return new FeedFile(format, primary, fileName(primary));
    }

    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
