package io.bookpulse.jobs.cli;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.kafka.KafkaAdmin;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketWriter;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.jobs.generate.KafkaLoad;
import io.bookpulse.jobs.generate.MarketFiles;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills Kafka's market topic and says what is there. */
final class MarketToKafka {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final KafkaConnection connection;
    private final KafkaTopics topics;
    private final int partitions;
    private final Console console;

    MarketToKafka(KafkaConnection connection, KafkaTopics topics, int partitions, Console console) {
        this.connection = connection;
        this.topics = topics;
        this.partitions = partitions;
        this.console = console;
    }

    /** Generates a market into Kafka; its truth goes to the folder, if there is one. */
    void generate(MarketOptions options, @Nullable Path truthFolder) throws IOException {
        MarketGeneratorParameters parameters =
                options.applyTo(MarketGeneratorParameters.defaults());
        MarketGenerator market = MarketGenerator.of(parameters);
        createTopic();
        long seconds = parameters.duration().toSeconds();
        try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, topics.market());
                ProgressLine progress =
                        console.progress("generate", "seconds of market", seconds)) {
            KafkaLoad load = new KafkaLoad(writer);
            load.events(
                    market,
                    time -> progress.reached((time - parameters.startNanos()) / NANOS_PER_SECOND));
            writer.flush();
            summary(load);
        }
        if (truthFolder != null) {
            Files.createDirectories(truthFolder);
            MarketFiles.writeTruth(market.truth(), truthFolder);
        }
    }

    /** Loads captures into Kafka, file by file. */
    void load(List<FeedInput> inputs) throws IOException {
        createTopic();
        long bytes = inputs.stream().mapToLong(FeedInput::storedBytes).sum();
        try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, topics.market());
                ProgressLine progress = console.progress("load", "bytes", bytes)) {
            KafkaLoad load = new KafkaLoad(writer);
            long before = 0;
            for (FeedInput input : inputs) {
                for (FeedFile file : input.files()) {
                    long start = before;
                    load.file(file, read -> progress.reached(start + read));
                    before += Files.size(Path.of(file.path()));
                }
            }
            writer.flush();
            summary(load);
        }
    }

    private void createTopic() {
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.createInput(topics, partitions);
        }
    }

    private void summary(KafkaLoad load) {
        SummaryTable table =
                new SummaryTable()
                        .row("topic", topics.market())
                        .count("events written", load.written());
        if (load.rejected() > 0) {
            table.count("lines not understood, written as they are", load.rejected());
        }
        console.print(table.row("next: bookpulse run --bootstrap " + connection.bootstrap()));
    }
}
