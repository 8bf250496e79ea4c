package io.bookpulse.connectors.kafka;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.connectors.EntryCheck;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record's value into an event, or into a reject that says where it lies: never an
 * exception, so that no bytes on the topic can stop the job.
 */
final class DecodedDeserializer implements KafkaRecordDeserializationSchema<Decoded> {
    private static final long serialVersionUID = 1;

    private final EntryCheck check;
    private final TypeInformation<Decoded> type;
    private transient @Nullable MarketEventCodec codec;
    private transient @Nullable String lastTopic;
    private transient int lastPartition;
    private transient @Nullable String lastSource;

    DecodedDeserializer(EntryCheck check, TypeInformation<Decoded> type) {
        this.check = check;
        this.type = type;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new MarketEventCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Decoded> out) {
        MarketEventCodec opened = codec;
        if (opened == null) {
            throw new IllegalStateException("deserialize before open");
        }
        String partition = source(message);
        Decoded decoded = opened.decode(message.value(), partition, message.offset());
        decoded.split = partition; // lateness is decided by what the watermark is made of
        out.collect(check.admit(decoded));
    }

    @Override
    public TypeInformation<Decoded> getProducedType() {
        return type;
    }

    /** Records of one partition come in runs: one string serves a run. */
    private String source(ConsumerRecord<byte[], byte[]> message) {
        String source = lastSource;
        if (source == null
                || message.partition() != lastPartition
                || !message.topic().equals(lastTopic)) {
            source = message.topic() + "/" + message.partition();
            lastTopic = message.topic();
            lastPartition = message.partition();
            lastSource = source;
        }
        return source;
    }
}
