package io.bookpulse.bench.cli;

import io.bookpulse.bench.micro.MicroBench;
import io.bookpulse.bench.micro.MicroResult;
import io.bookpulse.bench.micro.MicroTable;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench micro}: single parts by JMH. */
@Command(
        name = "micro",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures single parts by JMH: decoders, serializers, book, statistics, features,",
            "detectors. Prints a Markdown table of ns and allocated bytes an operation."
        },
        footer = {"", "Example: bookpulse bench micro --filter Decoder"})
final class MicroCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--filter",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "Only benchmarks in whose name it is found.")
    private String filter = "";

    @Option(
            names = "--quick",
            description = "Runs each for a moment: shows that it works, not what it costs.")
    private boolean quick;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Console console = consoleOptions.console();
        MicroBench bench = new MicroBench(filter, quick);
        List<MicroResult> results = bench.run(Lines.progress(console));
        if (results.isEmpty() && bench.failed().isEmpty()) {
            throw CommandException.wrongUsage(
                    "--filter " + filter + " is found in no benchmark's name.");
        }
        console.out().print(MicroTable.markdown(results));
        console.out().println();
        record.finish(MicroTable.figures(results, record.command(spec)), console);
        if (!bench.failed().isEmpty()) {
            throw CommandException.failed("Failed: " + String.join(", ", bench.failed()) + ".");
        }
        return ExitStatus.DONE;
    }
}
