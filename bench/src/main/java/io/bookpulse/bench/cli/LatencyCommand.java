package io.bookpulse.bench.cli;

import io.bookpulse.bench.latency.LatencyBench;
import io.bookpulse.bench.latency.LatencyOptions;
import io.bookpulse.bench.latency.LatencyResult;
import io.bookpulse.bench.latency.LatencyTable;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.pipeline.PipelineParameters;
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

/** {@code bench latency}: from event to alert, Kafka to Kafka. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the time from an event to its alert, Kafka to Kafka, with a broker in this",
            "process: first the most that the job bears, then at shares of that load. Events have",
            "a schedule that nothing holds up, and latency counts from the moment when an event",
            "was to be sent. The disorder that the job waits for is subtracted in the table;",
            "change it with --set watermark.out-of-order=DURATION."
        },
        footer = {
            "",
            "Example: bookpulse bench latency --loads 50 --set watermark.out-of-order=50ms"
        })
final class LatencyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--loads",
            paramLabel = "PERCENT",
            split = ",",
            defaultValue = "10,50,90",
            description = "Shares of the maximum load (default: ${DEFAULT-VALUE}).")
    private List<Integer> loads = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "180",
            description = {
                "Length of each load; its first half fills the windows and does not count",
                "(default: ${DEFAULT-VALUE})."
            })
    private int seconds = 180;

    @Option(
            names = "--maximum-events",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Events by which the maximum is found (default: ${DEFAULT-VALUE}).")
    private long maximumEvents = 2_000_000;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Subtasks an operator, and partitions (default: ${DEFAULT-VALUE}).")
    private int parallelism = 1;

    @Option(
            names = "--watermark-interval",
            paramLabel = "MS",
            defaultValue = "20",
            description = "Milliseconds between watermarks (default: ${DEFAULT-VALUE}).")
    private long watermarkMillis = 20;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        loads.forEach(load -> Ranges.require("--loads", load, 1, 200));
        Ranges.require("--seconds", seconds, 2, 86_400);
        Ranges.require("--maximum-events", maximumEvents, 1_000, 1_000_000_000);
        Ranges.require("--parallelism", parallelism, 1, 120);
        Ranges.require("--watermark-interval", watermarkMillis, 1, 60_000);
        Console console = consoleOptions.console();
        PipelineParameters pipeline = Pipelines.parameters(configuration.load(), false);
        LatencyOptions options =
                new LatencyOptions(
                        pipeline,
                        Installation.configFolder(),
                        parallelism,
                        Duration.ofMillis(watermarkMillis),
                        maximumEvents,
                        loads,
                        seconds);
        try (ScratchFolder folder = ScratchFolder.create("latency")) {
            List<LatencyResult> results =
                    new LatencyBench(folder.path(), options).run(Lines.progress(console));
            long disorder = pipeline.outOfOrder().toMillis();
            console.out().println("Less the disorder bound of " + disorder + " ms:");
            console.print(LatencyTable.of(results, disorder));
            console.out().println();
            record.finish(LatencyTable.figures(results, disorder, record.command(spec)), console);
        }
        return ExitStatus.DONE;
    }
}
