package io.bookpulse.connectors.kafka;

import io.bookpulse.codec.record.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Key = instrument, value = the codec's Kafka form. No time: with event time as the record's time,
 * a broker's retention would delete results about the past as soon as they are written.
 */
final class RecordSerializer<T>
        implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1;

    private final String topic;
    private final RecordCodec<T> codec;
    private final InstrumentOf<T> key;

    RecordSerializer(String topic, RecordCodec<T> codec, InstrumentOf<T> key) {
        this.topic = topic;
        this.codec = codec;
        this.key = key;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T element, KafkaSinkContext context, @Nullable Long timestamp) {
        String instrument = key.instrumentOf(element);
        byte[] keyBytes = instrument.isEmpty() ? null : instrument.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, keyBytes, codec.toKafka(element));
    }

    /** Tells the topic: pooled transactions are looked for on it after a failure. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }
}
