package io.bookpulse.connectors.kafka;

import io.bookpulse.codec.Decoded;
import io.bookpulse.connectors.EntryCheck;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * The source of market events on Kafka: one split per topic partition, read_committed. Watermarks
 * are the pipeline's business.
 *
 * @param connection where
 * @param topics what
 * @param group the consumer group that offsets are committed for
 * @param start where to begin without a checkpoint
 */
public record KafkaMarketSource(
        KafkaConnection connection, List<String> topics, String group, KafkaStart start) {
    /** Copies the topics. */
    public KafkaMarketSource {
        topics = List.copyOf(topics);
    }

    /** Returns a source that goes on until the job is stopped. */
    public KafkaSource<Decoded> unbounded(EntryCheck check, TypeInformation<Decoded> type) {
        return builder(check, type).build();
    }

    /** Returns a source that ends at what is there when it starts. */
    public KafkaSource<Decoded> bounded(EntryCheck check, TypeInformation<Decoded> type) {
        return builder(check, type).setBounded(OffsetsInitializer.latest()).build();
    }

    private KafkaSourceBuilder<Decoded> builder(EntryCheck check, TypeInformation<Decoded> type) {
        return KafkaSource.<Decoded>builder()
                .setProperties(connection.clientProperties())
                .setProperty("isolation.level", "read_committed")
                .setTopics(topics)
                .setGroupId(group)
                .setStartingOffsets(start.offsets())
                .setDeserializer(new DecodedDeserializer(check, type));
    }
}
