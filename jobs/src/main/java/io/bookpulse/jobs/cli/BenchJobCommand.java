package io.bookpulse.jobs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench job}: CPU time of the pipeline beside a job that only passes events through. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the pipeline beside a job that only passes events through.",
            "pass-through is source, serializer and keyBy; market adds the market stage;",
            "pipeline is everything, outputs discarded. They run in turn in this process,",
            "over one generated market; a first round warms up and does not count.",
            "CPU time is the whole process's, between 30 %% and 90 %% of the events."
        },
        footer = {"", "Example: bookpulse bench job --events 1000000 --instruments 1000"})
final class BenchJobCommand implements Callable<Integer> {
    private static final long LEAST_EVENTS = 1_000;
    private static final long MOST = 1_000_000_000;

    private final JobRunner runner;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events of each run, from 1,000 (default: ${DEFAULT-VALUE}).")
    private long events = 1_000_000;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Instruments they are spread over (default: ${DEFAULT-VALUE}).")
    private int instruments = 1_000;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Subtasks an operator (default: ${DEFAULT-VALUE}).")
    private int parallelism = 1;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--heap", description = "State on the heap instead of RocksDB.")
    private boolean heap;

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions console = new ConsoleOptions();

    BenchJobCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        require("--events", events, LEAST_EVENTS, MOST);
        require("--instruments", instruments, 1, 99_999);
        require("--parallelism", parallelism, 1, JobOptions.MAX_PARALLELISM);
        require("--rounds", rounds, 1, 1_000);
        BenchRequest request =
                new BenchRequest(
                        configuration.load(), events, instruments, parallelism, rounds, heap);
        runner.bench(request, console.console());
        return ExitStatus.DONE;
    }

    private static void require(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw CommandException.wrongUsage(
                    option
                            + " is "
                            + SummaryTable.number(value)
                            + ", must be from "
                            + SummaryTable.number(least)
                            + " to "
                            + SummaryTable.number(most)
                            + ".");
        }
    }
}
