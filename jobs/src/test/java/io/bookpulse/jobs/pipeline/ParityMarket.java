package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import io.bookpulse.connectors.kafka.KafkaMarketWriter;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.generate.KafkaLoad;
import io.bookpulse.testkit.KafkaBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A real broker with market topics, loaded as {@code generate} loads them. */
final class ParityMarket implements AutoCloseable {
    private final KafkaBroker broker;
    private final KafkaConnection connection;

    private ParityMarket(KafkaBroker broker) {
        this.broker = broker;
        connection = KafkaConnection.of(broker.bootstrap());
    }

    /** Starts the broker. */
    static ParityMarket start() {
        return new ParityMarket(KafkaBroker.start());
    }

    /** Creates a market topic and loads files into it. */
    void loadFiles(String prefix, int partitions, List<FeedInput> inputs) throws IOException {
        try (KafkaMarketWriter writer = open(prefix, partitions)) {
            KafkaLoad load = new KafkaLoad(writer);
            for (FeedInput input : inputs) {
                for (FeedFile file : input.files()) {
                    load.file(file, bytes -> {});
                }
            }
        }
    }

    /** Creates a market topic and loads events into it. */
    void loadEvents(String prefix, int partitions, Iterable<MarketEvent> events) {
        try (KafkaMarketWriter writer = open(prefix, partitions)) {
            new KafkaLoad(writer).events(events, time -> {});
        }
    }

    private KafkaMarketWriter open(String prefix, int partitions) {
        String topic = topic(prefix);
        broker.createTopic(topic, partitions);
        return KafkaMarketWriter.open(connection, topic);
    }

    private static String topic(String prefix) {
        return new KafkaTopics(prefix).market();
    }

    /** Reads such a topic, up to what is there when the job starts. */
    ParityRun.Inputs inputs(String prefix, PipelineParameters parameters) {
        KafkaMarketSource source = source(prefix);
        return environment ->
                JobInputs.kafka(environment, source, true, parameters, Duration.ofSeconds(5));
    }

    /** The same as if its events came live, with a watermark that often, wall clock. */
    ParityRun.Inputs liveInputs(String prefix, PipelineParameters parameters, Duration interval) {
        KafkaMarketSource source = source(prefix);
        return ParityRun.live(
                parameters,
                interval,
                (environment, watermarks) ->
                        JobInputs.kafka(environment, source, true, parameters, watermarks));
    }

    private KafkaMarketSource source(String prefix) {
        return new KafkaMarketSource(
                connection, List.of(topic(prefix)), prefix, KafkaStart.earliest());
    }

    @Override
    public void close() {
        broker.close();
    }
}
