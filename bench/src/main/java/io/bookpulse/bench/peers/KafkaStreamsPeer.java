package io.bookpulse.bench.peers;

import io.bookpulse.bench.measure.CpuProbe;
import io.bookpulse.bench.measure.Measurement;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams as one who knows it would write it: an ordered store of the quotes of the last 60 s
 * by instrument and time, and beside it each instrument's sums, from which a quote is taken when it
 * leaves the window. Its window stores would cost each quote a look at all others of the minute;
 * the one in memory, ordered by time first, even at those of other instruments. The stores are in
 * memory, without a changelog: the native library of the persistent ones cannot be in one process
 * with Flink's, and would be slower.
 */
final class KafkaStreamsPeer {
    private static final String ROWS = "spreads";
    private static final String SUMS = "sums";
    private static final int PATIENCE_MINUTES = 5;

    private final String bootstrap;
    private final String topic;
    private final SpreadReference reference;

    KafkaStreamsPeer(String bootstrap, String topic, SpreadReference reference) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.reference = reference;
    }

    /** Reads the topic from its beginning, and compares before it says what it cost. */
    Measurement measure(Path folder, long events) throws Exception {
        ScoreCollector.clear();
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        try (KafkaStreams streams = new KafkaStreams(topology(), properties(folder))) {
            CpuProbe probe = new CpuProbe(ScoreCollector::rows, reference.quotes(), events);
            streams.setUncaughtExceptionHandler(
                    failure -> {
                        end.completeExceptionally(failure);
                        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
                    });
            streams.start();
            Measurement measurement = probe.await(end);
            probe.reached(1, end);
            end.complete(true);
            end.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            reference.require("Kafka Streams", ScoreCollector.rows(), ScoreCollector.last());
            return measurement;
        }
    }

    private Topology topology() {
        Topology topology = new Topology();
        topology.addSource("quotes", topic);
        topology.addProcessor("scores", () -> new RollingScores(ROWS, SUMS), "quotes");
        topology.addStateStore(store(ROWS, Serdes.Bytes()), "scores");
        topology.addStateStore(store(SUMS, Serdes.String()), "scores");
        return topology;
    }

    private static <K> StoreBuilder<KeyValueStore<K, byte[]>> store(String name, Serde<K> key) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), key, Serdes.ByteArray())
                .withLoggingDisabled();
    }

    private Properties properties(Path folder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + folder.getFileName());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return properties;
    }
}
