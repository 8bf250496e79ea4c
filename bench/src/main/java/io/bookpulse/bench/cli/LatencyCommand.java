package io.bookpulse.bench.cli;

import io.bookpulse.bench.latency.LatencyBench;
import io.bookpulse.bench.latency.LatencyLoad;
import io.bookpulse.bench.latency.LatencyOptions;
import io.bookpulse.bench.latency.LatencyResult;
import io.bookpulse.bench.latency.LatencyTable;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.config.Delivery;
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
            "process: first the most that sender, broker and job bear together, then at shares of",
            "that load. Alerts are those of the pipeline on injected spikes and all else that it",
            "finds. Events have a schedule that nothing holds up, and latency counts from the",
            "moment when an event was to be sent. The disorder that the job waits for is",
            "subtracted in the table; change it with --set watermark.out-of-order=DURATION."
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
            description = "Shares of the maximum, at least once (default: ${DEFAULT-VALUE}).")
    private List<Integer> loads = new ArrayList<>();

    @Option(
            names = "--exactly-once-loads",
            paramLabel = "PERCENT",
            split = ",",
            description = "Shares of the maximum, exactly once (default: none).")
    private List<Integer> exactlyOnce = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "120",
            description = {
                "Length of each load; its first half fills the windows and does not count",
                "(default: ${DEFAULT-VALUE})."
            })
    private int seconds = 120;

    @Option(
            names = "--first-rate",
            paramLabel = "N",
            defaultValue = "20000",
            description = {
                "Events a second with which looking for the maximum begins",
                "(default: ${DEFAULT-VALUE})."
            })
    private long firstRate = 20_000;

    @Option(
            names = "--step-seconds",
            paramLabel = "N",
            defaultValue = "4",
            description = "Length of each step of it (default: ${DEFAULT-VALUE}).")
    private int stepSeconds = 4;

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

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "MS",
            defaultValue = "1000",
            description = {
                "Milliseconds between checkpoints where alerts wait for one, exactly once",
                "(default: ${DEFAULT-VALUE}); as in flink-conf where they do not."
            })
    private long checkpointMillis = 1_000;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        loads.forEach(load -> Ranges.require("--loads", load, 1, 200));
        exactlyOnce.forEach(load -> Ranges.require("--exactly-once-loads", load, 1, 200));
        Ranges.require("--seconds", seconds, 2, 86_400);
        Ranges.require("--first-rate", firstRate, 100, 10_000_000);
        Ranges.require("--step-seconds", stepSeconds, 1, 3_600);
        Ranges.require("--parallelism", parallelism, 1, 120);
        Ranges.require("--watermark-interval", watermarkMillis, 1, 60_000);
        Ranges.require("--checkpoint-interval", checkpointMillis, 10, 3_600_000);
        Console console = consoleOptions.console();
        PipelineParameters pipeline = Pipelines.parameters(configuration.load(), false);
        try (ScratchFolder folder = ScratchFolder.create("latency")) {
            LatencyBench bench =
                    new LatencyBench(
                            new LatencyOptions(
                                    pipeline,
                                    Installation.configFolder(),
                                    folder.path(),
                                    parallelism,
                                    Duration.ofMillis(watermarkMillis),
                                    Duration.ofMillis(checkpointMillis),
                                    firstRate,
                                    stepSeconds,
                                    all(),
                                    seconds));
            List<LatencyResult> results = bench.run(Lines.progress(console));
            long disorder = pipeline.outOfOrder().toMillis();
            console.out().println("Less the disorder bound of " + disorder + " ms:");
            console.print(LatencyTable.of(results, disorder));
            console.out().println();
            record.finish(LatencyTable.figures(results, disorder, record.command(spec)), console);
            if (!bench.failures().isEmpty()) {
                throw CommandException.failed(
                        "Failed: " + String.join("; ", bench.failures()) + ".");
            }
        }
        return ExitStatus.DONE;
    }

    private List<LatencyLoad> all() {
        List<LatencyLoad> all = new ArrayList<>();
        loads.forEach(load -> all.add(new LatencyLoad(load, Delivery.AT_LEAST_ONCE)));
        exactlyOnce.forEach(load -> all.add(new LatencyLoad(load, Delivery.EXACTLY_ONCE)));
        return all;
    }
}
