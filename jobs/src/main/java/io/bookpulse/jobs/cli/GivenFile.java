package io.bookpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the command line names, to be read. */
final class GivenFile {
    private GivenFile() {}

    /** Returns the file; one that is missing or cannot be read is wrong usage. */
    static Path readable(Path file) {
        if (Files.isDirectory(file)) {
            throw CommandException.wrongUsage(file + " is a folder, not a file.");
        }
        if (!Files.exists(file)) {
            throw CommandException.wrongUsage("There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw CommandException.wrongUsage("Access to " + file + " is denied.");
        }
        return file;
    }
}
