package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the main job over Kafka. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the main job over Kafka until it is stopped.",
            "Market events in; alerts, samples, bars and rejects out, the same as Parquet.",
            "Brings its own Flink. Ctrl-C finishes what was read and ends with the summary."
        },
        footer = {
            "",
            "Example: bookpulse generate --bootstrap localhost:9092 &&"
                    + " bookpulse run --bootstrap localhost:9092"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            defaultValue = "earliest",
            description =
                    "Where to begin: earliest, committed, or a time such as"
                            + " 2024-08-08T00:00:00Z (default: ${DEFAULT-VALUE}).")
    private String from = "earliest";

    @Option(
            names = "--until-end",
            description = "Stop at what is on the topic when the job starts.")
    private boolean untilEnd;

    @Mixin private ControlOptions control = new ControlOptions();
    @Mixin private JobOptions job = new JobOptions();
    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    RunCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        LoadedConfiguration<BookpulseConfiguration> loaded =
                kafka.applyTo(configuration.loader()).load();
        JobSettings settings = job.settings(loaded);
        KafkaConnection connection = KafkaOptions.connection(loaded.value().kafka());
        runner.run(
                new RunRequest(connection, start(), untilEnd, settings, control.records()),
                console.console());
        return ExitStatus.DONE;
    }

    private KafkaStart start() {
        try {
            return KafkaStart.parse(from);
        } catch (ConnectorException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
