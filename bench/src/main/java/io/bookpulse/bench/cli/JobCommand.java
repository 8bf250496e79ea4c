package io.bookpulse.bench.cli;

import io.bookpulse.bench.job.BenchTable;
import io.bookpulse.bench.job.JobBench;
import io.bookpulse.bench.job.JobBenchOptions;
import io.bookpulse.bench.job.JobBenchResult;
import io.bookpulse.bench.job.JobCase;
import io.bookpulse.bench.job.JobFigures;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.run.Pipelines;
import io.bookpulse.jobs.run.ScratchFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench job}: the pipeline beside a job without logic and a loop without Flink. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the pipeline beside a job that only passes events through, and beside a",
            "plain loop over the same core objects. Options with several values make a matrix.",
            "pass-through is source, serializer and keyBy; plain-loop is one thread without",
            "Flink; market adds the market stage to pass-through; pipeline is everything,",
            "outputs discarded. They take turns in this process over one generated market; a",
            "first round warms up and does not count. CPU time is the whole process's, between",
            "30 %% and 90 %% of the events. Checkpoints and memory come from runs of their own."
        },
        footer = {
            "",
            "Example: bookpulse bench job --instruments 100,10000 --backend heap,rocksdb"
        })
final class JobCommand implements Callable<Integer> {
    private static final int MOST_CAPTURED = 9_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events of each run, from 1,000 (default: ${DEFAULT-VALUE}).")
    private long events = 1_000_000;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000",
            description = "Instruments they are spread over (default: ${DEFAULT-VALUE}).")
    private List<Integer> instruments = new ArrayList<>();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Subtasks an operator (default: ${DEFAULT-VALUE}).")
    private List<Integer> parallelism = new ArrayList<>();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "rocksdb",
            description = "State backends: rocksdb, heap (default: ${DEFAULT-VALUE}).")
    private List<Backend> backends = new ArrayList<>();

    @Option(
            names = "--input",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "binary",
            description = "Input formats: binary, json (default: ${DEFAULT-VALUE}).")
    private List<Format> formats = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    /** State backends, by the words that users write. */
    enum Backend {
        ROCKSDB,
        HEAP
    }

    /** Input formats, by the words that users write. */
    enum Format {
        BINARY(FeedFormat.BOOKPULSE),
        JSON(FeedFormat.BINANCE_CAPTURE);

        private final FeedFormat feed;

        Format(FeedFormat feed) {
            this.feed = feed;
        }
    }

    @Override
    public Integer call() throws Exception {
        Ranges.require("--events", events, 1_000, 1_000_000_000);
        Ranges.require("--rounds", rounds, 1, 1_000);
        Console console = consoleOptions.console();
        try (ScratchFolder folder = ScratchFolder.create("bench")) {
            JobBenchOptions options =
                    new JobBenchOptions(
                            Pipelines.parameters(configuration.load(), false),
                            Installation.configFolder(),
                            cases(),
                            events,
                            rounds);
            print(new JobBench(folder.path(), options).run(Lines.progress(console)), console);
        }
        return ExitStatus.DONE;
    }

    private void print(JobBenchResult result, Console console) throws Exception {
        for (JobCase jobCase : result.cases()) {
            console.out().println(jobCase.label());
            console.print(BenchTable.of(result, jobCase));
            BenchTable.notes(result, jobCase).forEach(console.out()::println);
            console.out().println();
        }
        record.finish(JobFigures.of(result, record.command(spec)), console);
        if (!result.isTrustworthy()) {
            console.out().println("Too short to mean much: add --events.");
            console.out().flush();
        }
    }

    private List<JobCase> cases() {
        List<JobCase> cases = new ArrayList<>();
        for (Format format : formats) {
            for (int wide : parallelism) {
                Ranges.require("--parallelism", wide, 1, 120);
                for (int many : instruments) {
                    Ranges.require("--instruments", many, 1, 99_999);
                    refuseTooManyCaptured(format, many);
                    for (Backend backend : backends) {
                        cases.add(new JobCase(many, wide, backend == Backend.HEAP, format.feed));
                    }
                }
            }
        }
        return cases;
    }

    private static void refuseTooManyCaptured(Format format, int instruments) {
        if (format == Format.JSON && instruments > MOST_CAPTURED) {
            throw CommandException.wrongUsage(
                    "A capture holds at most 9,000 instruments that begin at once: with"
                            + " --input json, --instruments must not be above it.");
        }
    }
}
