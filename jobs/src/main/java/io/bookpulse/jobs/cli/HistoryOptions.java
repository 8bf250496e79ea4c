package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.InstrumentPattern;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that learns from history: what of it, how wide, and where to. */
final class HistoryOptions {
    @Mixin private InputOptions input = new InputOptions();

    @Mixin private OutputFileOptions output = new OutputFileOptions();

    @Option(
            names = "--instruments",
            paramLabel = "PATTERN",
            defaultValue = "*",
            description =
                    "Instruments of the input to learn from, and for, such as binance:* (default:"
                            + " ${DEFAULT-VALUE}).")
    private String instruments = "*";

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description =
                    "Subtasks an operator, and fits of a model at a time (default: the processors).")
    private int parallelism =
            Math.min(JobOptions.MAX_PARALLELISM, Runtime.getRuntime().availableProcessors());

    /** The file to write. */
    Path file() {
        return output.file();
    }

    List<FeedInput> inputs() {
        return input.resolve();
    }

    InstrumentPattern instruments() {
        if (instruments.isBlank()) {
            throw CommandException.wrongUsage("--instruments is blank, must be a pattern.");
        }
        return new InstrumentPattern(instruments);
    }

    int parallelism() {
        JobOptions.requireParallelism(parallelism);
        return parallelism;
    }
}
