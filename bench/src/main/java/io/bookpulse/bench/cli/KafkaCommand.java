package io.bookpulse.bench.cli;

import io.bookpulse.bench.kafka.KafkaBench;
import io.bookpulse.bench.kafka.KafkaBenchOptions;
import io.bookpulse.bench.kafka.KafkaBenchResult;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.run.Pipelines;
import io.bookpulse.jobs.run.ScratchFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench kafka}: topics in, topics out, and the settings of their clients. */
@Command(
        name = "kafka",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures what Kafka costs a job, with a broker in this process: reading a market",
            "topic, writing samples, and the whole pipeline between topics; the first two with",
            "one setting of the client, or of the topic's writer, changed at a time. Fails where",
            "a topic does not hold the records that it must."
        },
        footer = {"", "Example: bookpulse bench kafka --rounds 3"})
final class KafkaCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events of the market topic (default: ${DEFAULT-VALUE}).")
    private long events = 1_000_000;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Samples that are written (default: ${DEFAULT-VALUE}).")
    private long samples = 300_000;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Instruments (default: ${DEFAULT-VALUE}).")
    private int instruments = 1_000;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of every topic (default: ${DEFAULT-VALUE}).")
    private int partitions = 4;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds, once the process is warm (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Ranges.require("--events", events, 1_000, 100_000_000);
        Ranges.require("--samples", samples, 1_000, 100_000_000);
        Ranges.require("--instruments", instruments, 1, 10_000);
        Ranges.require("--partitions", partitions, 1, 1_000);
        Ranges.require("--rounds", rounds, 1, 1_000);
        Console console = consoleOptions.console();
        try (ScratchFolder folder = ScratchFolder.create("kafka")) {
            KafkaBench bench =
                    new KafkaBench(
                            new KafkaBenchOptions(
                                    Pipelines.parameters(configuration.load(), false),
                                    Installation.configFolder(),
                                    folder.path(),
                                    instruments,
                                    partitions,
                                    events,
                                    samples,
                                    rounds));
            KafkaBenchResult result = bench.run(Lines.progress(console));
            console.print(result.table());
            record.finish(result.figures(record.command(spec)), console);
            if (!bench.failures().isEmpty()) {
                throw CommandException.failed(
                        "Failed: " + String.join("; ", bench.failures()) + ".");
            }
        }
        return ExitStatus.DONE;
    }
}
