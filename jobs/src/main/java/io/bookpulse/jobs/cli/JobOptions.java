package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.parquet.IfExists;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every job has: where results go and how wide it runs. */
final class JobOptions {
    static final int MAX_PARALLELISM = 120;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Folder for the Parquet files (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("out");

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks an operator, 1 to 120 (default: the machine's processors).")
    private int parallelism = Math.min(MAX_PARALLELISM, Runtime.getRuntime().availableProcessors());

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Existing existing = new Existing();

    @Mixin private ModelOptions models = new ModelOptions();

    JobSettings settings(LoadedConfiguration<BookpulseConfiguration> configuration)
            throws IOException {
        requireParallelism(parallelism);
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw CommandException.wrongUsage("The output " + output + " is a file, not a folder.");
        }
        return new JobSettings(
                configuration, models.load(), output, existing.choice(), parallelism);
    }

    static void requireParallelism(int parallelism) {
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            throw CommandException.wrongUsage(
                    "--parallelism is "
                            + parallelism
                            + ", must be from 1 to "
                            + MAX_PARALLELISM
                            + ".");
        }
    }

    /** What to do with results of an earlier run. */
    static final class Existing {
        @Option(
                names = "--overwrite",
                description = "Replace results that are in the output folder already.")
        private boolean overwrite;

        @Option(
                names = "--append",
                description = "Keep results that are in the output folder already.")
        private boolean append;

        IfExists choice() {
            if (overwrite) {
                return IfExists.OVERWRITE;
            }
            return append ? IfExists.APPEND : IfExists.REFUSE;
        }
    }
}
