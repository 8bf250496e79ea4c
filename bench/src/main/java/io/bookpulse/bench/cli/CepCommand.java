package io.bookpulse.bench.cli;

import io.bookpulse.bench.cep.CepBench;
import io.bookpulse.bench.cep.CepOptions;
import io.bookpulse.bench.cep.CepResult;
import io.bookpulse.bench.cep.CepTable;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.run.Pipelines;
import io.bookpulse.jobs.run.ScratchFolder;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench cep}: the patterns over an hour of event time. */
@Command(
        name = "cep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the CEP patterns over transitions of many instruments, an excursion a minute",
            "each, as fast as they can be taken: CPU time a transition of all patterns together,",
            "heap after a collection and checkpoint size at marks along the way, to see whether",
            "anything grows. Then the same with all state in RocksDB, until patience ends."
        },
        footer = {"", "Example: bookpulse bench cep --minutes 10 --patience 0"})
final class CepCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Instruments, from 600 (default: ${DEFAULT-VALUE}).")
    private int instruments = 10_000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "Event time on the default backend (default: ${DEFAULT-VALUE}).")
    private int minutes = 60;

    @Option(
            names = "--marks",
            paramLabel = "N",
            defaultValue = "12",
            description = "Stretches it is divided into (default: ${DEFAULT-VALUE}).")
    private int marks = 12;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = {
                "Wall time that the run on RocksDB may take, 0 for no such run",
                "(default: ${DEFAULT-VALUE})."
            })
    private int patienceSeconds = 60;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Ranges.require("--instruments", instruments, 600, 100_000);
        Ranges.require("--minutes", minutes, 1, 10_000);
        Ranges.require("--marks", marks, 2, 1_000);
        Ranges.require("--patience", patienceSeconds, 0, 86_400);
        Console console = consoleOptions.console();
        CepOptions options =
                new CepOptions(
                        Pipelines.parameters(configuration.load(), false),
                        Installation.configFolder(),
                        instruments,
                        Duration.ofMinutes(minutes),
                        marks,
                        Duration.ofSeconds(patienceSeconds));
        try (ScratchFolder folder = ScratchFolder.create("cep")) {
            CepResult result = new CepBench(folder.path(), options).run(Lines.progress(console));
            console.out().println("CEP on the heap, all else in RocksDB:");
            console.print(CepTable.of(result.routed()));
            console.out().println();
            if (!result.rocksDb().isEmpty()) {
                console.out().println("All state in RocksDB:");
                console.print(CepTable.of(result.rocksDb()));
                console.out().println();
            }
            record.finish(CepTable.figures(result, record.command(spec)), console);
        }
        return ExitStatus.DONE;
    }
}
