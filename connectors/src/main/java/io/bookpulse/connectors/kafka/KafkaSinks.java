package io.bookpulse.connectors.kafka;

import io.bookpulse.codec.record.RecordCodec;
import io.bookpulse.core.Checks;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/**
 * Builds the job's Kafka sinks. Exactly-once sinks need a fixed parallelism, and their transactions
 * carry ids {@code <job>-<topic>}, the same in every run of a job, from a pool: the default makes a
 * new id per checkpoint and has run brokers out of memory.
 *
 * @param connection where
 * @param job the job's name, unique among the jobs that write to this cluster
 * @param transactionTimeout after which the broker gives up an open transaction: longer than
 *     checkpoint interval, checkpoint duration and restart together, at most the broker's {@code
 *     transaction.max.timeout.ms} ({@link KafkaAdmin#requireTransactionTimeout})
 */
public record KafkaSinks(KafkaConnection connection, String job, Duration transactionTimeout) {
    /** 15 minutes, the longest that a broker allows unless it is told otherwise. */
    public static final Duration DEFAULT_TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

    /** Room for some hundreds of samples: sending and compressing costs by the batch. */
    private static final int BATCH_BYTES = 1 << 17;

    /** Refuses a blank job name. */
    public KafkaSinks {
        Checks.notBlank(job, "job");
    }

    /** Records are visible at once, and may be repeated after a failure. */
    public <T> KafkaSink<T> atLeastOnce(String topic, RecordCodec<T> codec, InstrumentOf<T> key) {
        return builder(topic, codec, key)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    /** Records are visible to read_committed readers once their checkpoint is complete. */
    public <T> KafkaSink<T> exactlyOnce(String topic, RecordCodec<T> codec, InstrumentOf<T> key) {
        return builder(topic, codec, key)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(job + "-" + topic)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setProperty(
                        "transaction.timeout.ms", String.valueOf(transactionTimeout.toMillis()))
                .build();
    }

    private <T> KafkaSinkBuilder<T> builder(
            String topic, RecordCodec<T> codec, InstrumentOf<T> key) {
        Properties producer = connection.clientProperties();
        producer.putIfAbsent("compression.type", "lz4");
        producer.putIfAbsent("batch.size", String.valueOf(BATCH_BYTES));
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(producer)
                .setBootstrapServers(connection.bootstrap())
                .setProperty("max.request.size", String.valueOf(KafkaAdmin.LARGEST_BYTES))
                .setRecordSerializer(new RecordSerializer<>(topic, codec, key));
    }
}
