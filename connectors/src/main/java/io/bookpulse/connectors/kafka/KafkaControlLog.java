package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The control topic as a log of texts: one partition, kept for ever, read from its beginning.
 *
 * @param records everything on the topic, in its order
 * @param end the offset after the last record
 */
public record KafkaControlLog(List<String> records, long end) {
    static final int PARTITION = 0;

    /** Copies the list. */
    public KafkaControlLog {
        records = List.copyOf(records);
    }

    /**
     * Reads a control topic that exists up to its present end.
     *
     * @throws ConnectorException if the broker does not answer within 10 s
     */
    public static KafkaControlLog read(KafkaConnection connection, String topic) {
        Properties properties = connection.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("default.api.timeout.ms", millis());
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, bytes, bytes)) {
            TopicPartition partition = new TopicPartition(topic, PARTITION);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<String> records = new ArrayList<>();
            long deadline = System.nanoTime() + KafkaConnection.PATIENCE.toNanos();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw connection.unreachable(new TimeoutException("reading " + topic));
                }
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(KafkaConnection.PATIENCE)) {
                    if (record.value() != null) {
                        records.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
            return new KafkaControlLog(records, end);
        } catch (KafkaException silent) {
            throw connection.unreachable(silent);
        }
    }

    /**
     * Appends a record to a control topic that exists, and waits until it is stored.
     *
     * @throws ConnectorException if it cannot be stored within 10 s
     */
    public static void append(KafkaConnection connection, String topic, String record) {
        Properties properties = connection.clientProperties();
        properties.put("enable.idempotence", "true");
        properties.put("acks", "all");
        properties.put("max.request.size", String.valueOf(KafkaAdmin.LARGEST_BYTES));
        properties.put("max.block.ms", millis());
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, bytes, bytes)) {
            byte[] value = record.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, PARTITION, null, value))
                    .get(KafkaConnection.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (KafkaException | ExecutionException | TimeoutException failed) {
            throw new ConnectorException(
                    "Kafka topic "
                            + topic
                            + " at "
                            + connection.bootstrap()
                            + " does not take the record: "
                            + failed.getMessage(),
                    failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException("Interrupted while waiting for Kafka.", e);
        }
    }

    private static String millis() {
        return String.valueOf(KafkaConnection.PATIENCE.toMillis());
    }
}
