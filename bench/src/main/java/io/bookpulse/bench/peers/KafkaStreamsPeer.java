package io.bookpulse.bench.peers;

import io.bookpulse.bench.measure.CpuProbe;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Kafka Streams with a window store per instrument: each quote is put into it and the last 60 s are
 * fetched and summed. The store is in memory, without a changelog: the native library of the
 * persistent one cannot be in one process with Flink's, and would be slower.
 */
final class KafkaStreamsPeer {
    private static final String STORE = "spreads";
    private static final Duration WINDOW = Duration.ofMillis(SpreadReference.WINDOW_MILLIS);
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
        topology.addProcessor("scores", Scores::new, "quotes");
        topology.addStateStore(
                Stores.windowStoreBuilder(
                                Stores.inMemoryWindowStore(
                                        STORE, WINDOW.multipliedBy(2), WINDOW, true),
                                Serdes.String(),
                                Serdes.Double())
                        .withLoggingDisabled(),
                "scores");
        return topology;
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

    private static final class Scores implements Processor<String, byte[], Void, Void> {
        private final MarketEventCodec codec = new MarketEventCodec();
        private double[] window = new double[1_024];

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before
        private WindowStore<String, Double> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, byte[]> message) {
            MarketEvent event = codec.decode(message.value(), "bench", 0).event;
            if (event == null || !QuoteRow.isQuote(event)) {
                return;
            }
            long millis = event.eventTimeMillis();
            double spread = QuoteRow.spread(event);
            store.put(event.instrument, spread, millis);
            ScoreCollector.add(event.instrument, score(event.instrument, spread, millis));
        }

        private double score(String instrument, double spread, long millis) {
            int count = 0;
            try (WindowStoreIterator<Double> rows =
                    store.fetch(instrument, millis - SpreadReference.WINDOW_MILLIS, millis)) {
                while (rows.hasNext()) {
                    if (count == window.length) {
                        window = Arrays.copyOf(window, 2 * count);
                    }
                    window[count++] = rows.next().value;
                }
            }
            return SpreadReference.score(spread, window, count);
        }
    }
}
