package io.bookpulse.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Changes that a job is to obey from its start on. */
final class ControlOptions {
    @Option(
            names = "--control",
            paramLabel = "FILE",
            description =
                    "Control records to obey, one JSON text a line: what 'control set --output'"
                            + " wrote, or the control-audit topic of another run.")
    private @Nullable Path file;

    List<String> records() {
        return file == null ? List.of() : read(file);
    }

    /** The records of a control file; blank lines count for nothing. */
    static List<String> read(Path file) {
        try {
            return Files.readAllLines(GivenFile.readable(file)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw CommandException.wrongUsage(
                    "The control file " + file + " cannot be read as UTF-8 text.", unreadable);
        }
    }
}
