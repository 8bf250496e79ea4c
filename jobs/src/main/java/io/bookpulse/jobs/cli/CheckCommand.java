package io.bookpulse.jobs.cli;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.jobs.check.InputCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check INPUT}: what is in this file. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what is in market data, and changes nothing.",
            "Counts instruments, span, events by kind, gaps, crossed books, events out of order,",
            "and lines that cannot be understood."
        },
        footer = {"", "Example: bookpulse check binance-capture:captures/spot.gz"})
final class CheckCommand implements Callable<Integer> {
    /** As long as events of a source may be out of order by default. */
    private static final Duration WINDOW = Duration.ofMillis(500);

    @Parameters(
            arity = "0..*",
            paramLabel = InputOptions.LABEL,
            description = InputOptions.DESCRIPTION)
    private @Nullable List<String> arguments;

    @Option(names = "--input", paramLabel = InputOptions.LABEL, description = "The same.")
    private @Nullable List<String> options;

    @Mixin private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        List<FeedInput> inputs = InputOptions.resolve(inputs());
        List<FeedFile> files = inputs.stream().flatMap(input -> input.files().stream()).toList();
        long bytes = inputs.stream().mapToLong(FeedInput::storedBytes).sum();
        InputCheck check = new InputCheck(WINDOW);
        Console target = console.console();
        try (ProgressLine progress = target.progress("check", "bytes", bytes)) {
            long before = 0;
            for (FeedFile file : files) {
                long start = before;
                check.read(file, read -> progress.reached(start + read));
                before += Files.size(Path.of(file.path()));
            }
        }
        check.finish();
        CheckReport.print(check, target);
        return ExitStatus.DONE;
    }

    private List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        inputs.addAll(arguments == null ? List.of() : arguments);
        inputs.addAll(options == null ? List.of() : options);
        if (inputs.isEmpty()) {
            throw CommandException.wrongUsage(
                    "Nothing to check: give FORMAT:PATH, such as ticks:prices.csv.");
        }
        return inputs;
    }
}
