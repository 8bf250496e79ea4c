package io.bookpulse.connectors.kafka;

import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.core.event.MarketEvent;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes market events to a topic, in order per instrument and without repeats: idempotent, key =
 * instrument. For loading captures and generated markets; not for use by several threads.
 */
public final class KafkaMarketWriter implements AutoCloseable {
    private final KafkaConnection connection;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final MarketEventCodec codec = new MarketEventCodec();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private KafkaMarketWriter(
            KafkaConnection connection, String topic, KafkaProducer<byte[], byte[]> producer) {
        this.connection = connection;
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Opens a topic that exists.
     *
     * @throws ConnectorException if the broker cannot be reached within 10 s or has no such topic
     */
    public static KafkaMarketWriter open(KafkaConnection connection, String topic) {
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.requireTopic(topic);
        }
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new KafkaMarketWriter(
                connection, topic, new KafkaProducer<>(properties(connection), bytes, bytes));
    }

    /**
     * Writes one event.
     *
     * @throws ConnectorException if this write, or one before it, cannot be delivered
     */
    public void write(MarketEvent event) {
        write(event.instrument, codec.encode(event));
    }

    /** Writes bytes as they are, such as a line that no decoder understood. */
    public void write(String instrument, byte[] value) {
        throwFailure();
        byte[] key = instrument.getBytes(StandardCharsets.UTF_8);
        try {
            Future<?> unused =
                    producer.send(
                            new ProducerRecord<>(topic, key, value),
                            (written, error) -> failure.compareAndSet(null, error));
        } catch (KafkaException e) {
            throw undelivered(e);
        }
    }

    /** Waits until everything written is stored. */
    public void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            throw undelivered(e);
        }
        throwFailure();
    }

    /** Flushes and disconnects. */
    @Override
    public void close() {
        try {
            flush();
        } finally {
            producer.close(KafkaConnection.PATIENCE);
        }
    }

    private static Properties properties(KafkaConnection connection) {
        Properties properties = connection.clientProperties();
        properties.put("enable.idempotence", "true");
        properties.put("acks", "all");
        properties.putIfAbsent("compression.type", "zstd");
        properties.putIfAbsent("linger.ms", "20");
        properties.putIfAbsent("batch.size", String.valueOf(1 << 17));
        properties.put("max.block.ms", String.valueOf(KafkaConnection.PATIENCE.toMillis()));
        return properties;
    }

    private void throwFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw undelivered(first);
        }
    }

    private ConnectorException undelivered(Exception cause) {
        return new ConnectorException(
                "Kafka topic "
                        + topic
                        + " at "
                        + connection.bootstrap()
                        + " does not take events: "
                        + cause.getMessage(),
                cause);
    }
}
