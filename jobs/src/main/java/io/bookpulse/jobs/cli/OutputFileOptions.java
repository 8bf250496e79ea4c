package io.bookpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes the one file that it makes. */
final class OutputFileOptions {
    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "File to write.")
    private Path output = Path.of("out.json");

    @Option(names = "--overwrite", description = "Replace the file if there is one.")
    private boolean overwrite;

    /** The file, which may be written. */
    Path file() {
        if (Files.isDirectory(output)) {
            throw CommandException.wrongUsage("The output " + output + " is a folder, not a file.");
        }
        if (Files.exists(output) && !overwrite) {
            throw CommandException.wrongUsage(
                    output + " exists already; add --overwrite to replace it.");
        }
        return output;
    }
}
