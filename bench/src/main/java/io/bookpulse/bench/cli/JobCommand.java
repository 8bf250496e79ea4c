package io.bookpulse.bench.cli;

import io.bookpulse.bench.job.BenchTable;
import io.bookpulse.bench.job.GridFigures;
import io.bookpulse.bench.job.JobBench;
import io.bookpulse.bench.job.JobBenchOptions;
import io.bookpulse.bench.job.JobBenchResult;
import io.bookpulse.bench.job.JobCase;
import io.bookpulse.bench.job.JobFigures;
import io.bookpulse.bench.job.JobGrid;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.run.Pipelines;
import io.bookpulse.jobs.run.ScratchFolder;
import java.time.Duration;
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
            "plain loop over the same core objects. Options with several values make a grid;",
            "without any of them, it measures the cases that the targets are about.",
            "pass-through is source, serializer and keyBy; plain-loop is one thread without",
            "Flink; market adds the market stage to pass-through; pipeline is everything,",
            "outputs discarded. They take turns in this process over one generated market;",
            "what runs until little is left to compile does not count. CPU time is the",
            "process's, between 30 %% and 90 %% of the events. Checkpoints and memory come",
            "from runs of their own."
        },
        footer = {
            "",
            "Example: bookpulse bench job --instruments 100,10000 --backend heap,rocksdb"
        })
final class JobCommand implements Callable<Integer> {
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
            description = "Numbers of instruments they are spread over (default: 1000).")
    private List<Integer> instruments = new ArrayList<>();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            split = ",",
            description = "Numbers of subtasks an operator (default: 1).")
    private List<Integer> parallelism = new ArrayList<>();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            split = ",",
            description = "State backends: rocksdb, heap (default: rocksdb).")
    private List<Backend> backends = new ArrayList<>();

    @Option(
            names = "--input",
            paramLabel = "NAME",
            split = ",",
            description = "Input formats: binary, json (default: binary).")
    private List<Format> formats = new ArrayList<>();

    @Option(
            names = "--whole-grid",
            description = {
                "100, 1000, 10000, 100000 instruments, parallelism 1, 2, both",
                "backends, both formats: an hour or more, 18 GB of heap."
            })
    private boolean wholeGrid;

    @Option(
            names = "--least-span",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = {
                "Market of each instrument: many instruments get more events",
                "than --events, or windows stay empty (default: ${DEFAULT-VALUE})."
            })
    private int leastSpan = 60;

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
        Ranges.require("--least-span", leastSpan, 0, 86_400);
        Console console = consoleOptions.console();
        try (ScratchFolder folder = ScratchFolder.create("bench")) {
            JobBenchOptions options =
                    new JobBenchOptions(
                            Pipelines.parameters(configuration.load(), false),
                            Installation.configFolder(),
                            cases(),
                            events,
                            Duration.ofSeconds(leastSpan),
                            rounds,
                            isGrid());
            print(new JobBench(folder.path(), options).run(Lines.progress(console)), console);
        }
        return ExitStatus.DONE;
    }

    private boolean isGrid() {
        return wholeGrid || isListed();
    }

    private List<Figure> figures(JobBenchResult result) {
        String command = record.command(spec);
        return isGrid() ? GridFigures.of(result, command) : JobFigures.of(result, command);
    }

    private void print(JobBenchResult result, Console console) throws Exception {
        for (JobCase jobCase : result.cases()) {
            console.out().println(jobCase.label());
            console.print(BenchTable.of(result, jobCase));
            BenchTable.notes(result, jobCase).forEach(console.out()::println);
            console.out().println();
        }
        record.finish(figures(result), console);
        if (!result.isTrustworthy()) {
            console.out().println("Too short to mean much: add --events.");
            console.out().flush();
        }
        if (!result.failures().isEmpty()) {
            throw CommandException.failed("Failed: " + String.join("; ", result.failures()) + ".");
        }
    }

    private boolean isListed() {
        return !instruments.isEmpty()
                || !parallelism.isEmpty()
                || !backends.isEmpty()
                || !formats.isEmpty();
    }

    private List<JobCase> cases() {
        if (wholeGrid && isListed()) {
            throw CommandException.wrongUsage("--whole-grid takes no lists beside it.");
        }
        if (wholeGrid) {
            return JobGrid.whole();
        }
        if (!isListed()) {
            return JobGrid.ofTargets();
        }
        parallelism.forEach(wide -> Ranges.require("--parallelism", wide, 1, 120));
        instruments.forEach(many -> Ranges.require("--instruments", many, 1, 100_000));
        List<FeedFormat> feeds = formats.stream().map(format -> format.feed).toList();
        return new JobGrid(
                        or(instruments, JobGrid.USUAL),
                        or(parallelism, 1),
                        or(backends, Backend.ROCKSDB).stream()
                                .map(backend -> backend == Backend.HEAP)
                                .toList(),
                        or(feeds, FeedFormat.BOOKPULSE))
                .cases();
    }

    private static <T> List<T> or(List<T> given, T otherwise) {
        return given.isEmpty() ? List.of(otherwise) : given;
    }
}
