package io.bookpulse.connectors.kafka;

import java.util.Map;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.common.TopicPartition;

/**
 * The source of control records that come while a job runs: the one partition of the control topic,
 * from where a {@link KafkaControlLog} ended.
 *
 * @param connection where
 * @param topic the control topic
 * @param offset the first record that was not read before
 */
public record KafkaControlSource(KafkaConnection connection, String topic, long offset) {
    /** Returns a source of their JSON texts that goes on until the job is stopped. */
    public KafkaSource<String> unbounded() {
        return KafkaSource.<String>builder()
                .setProperties(connection.clientProperties())
                .setProperty("isolation.level", "read_committed")
                .setTopics(topic)
                .setStartingOffsets(
                        OffsetsInitializer.offsets(
                                Map.of(
                                        new TopicPartition(topic, KafkaControlLog.PARTITION),
                                        offset)))
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
    }
}
