package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.jobs.config.KafkaParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: a market to files or Kafka, or captures to Kafka. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a labelled market to files or Kafka, or captures to Kafka.",
            "--output writes a generated market with its truth to files, --bootstrap to Kafka;",
            "--input with --bootstrap loads captures into Kafka's market topic instead."
        },
        footer = {
            "",
            "Examples:",
            "  bookpulse generate --output out/market",
            "  bookpulse generate --format ticks --output out/ticks",
            "  bookpulse generate --input binance-capture:spot.gz --bootstrap localhost:9092"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the market and its truth.csv.")
    private @Nullable Path output;

    @Option(
            names = "--overwrite",
            description = "Replace files that are in the output folder already.")
    private boolean overwrite;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = MarketToFiles.BOOKPULSE,
            description =
                    "bookpulse (default): every event, market.avro; ticks: rows of one second,"
                            + " ticks.csv.")
    private String format = MarketToFiles.BOOKPULSE;

    @Option(
            names = "--input",
            paramLabel = InputOptions.LABEL,
            description = InputOptions.DESCRIPTION)
    private @Nullable List<String> inputs;

    @Mixin private MarketOptions market = new MarketOptions();
    @Mixin private KafkaOptions kafka = new KafkaOptions();
    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        if (inputs != null && (output != null || !kafka.isGiven())) {
            throw CommandException.wrongUsage(
                    "--input loads captures into Kafka: give --bootstrap HOST:PORT and no --output.");
        }
        if (output == null && !kafka.isGiven()) {
            throw CommandException.wrongUsage(
                    "Where to? Give --output DIR for files or --bootstrap HOST:PORT for Kafka.");
        }
        if (kafka.isGiven()) {
            toKafka();
        } else if (output != null) {
            new MarketToFiles(output, overwrite, market, console.console()).write(format);
        }
        return ExitStatus.DONE;
    }

    private void toKafka() throws IOException {
        if (spec.commandLine().getParseResult().hasMatchedOption("--format")) {
            throw CommandException.wrongUsage(
                    "--format chooses between kinds of files; Kafka takes one form only.");
        }
        List<FeedInput> captures = inputs == null ? List.of() : InputOptions.resolve(inputs);
        if (captures.stream().anyMatch(input -> input.format().isBars())) {
            throw CommandException.wrongUsage(
                    "klines hold bars, the market topic holds market events: give another format.");
        }
        KafkaParameters parameters = kafka.applyTo(configuration.loader()).load().value().kafka();
        KafkaConnection connection = KafkaOptions.connection(parameters);
        MarketToKafka target =
                new MarketToKafka(
                        connection,
                        new KafkaTopics(parameters.topicPrefix()),
                        parameters.partitions(),
                        console.console());
        if (captures.isEmpty()) {
            target.generate(market, output);
        } else {
            target.load(captures);
        }
    }
}
