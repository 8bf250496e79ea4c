package io.bookpulse.bench.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * One thing to measure: some work with settings that differ from the job's own.
 *
 * @param work what is done
 * @param label what differs
 * @param topic what differs for who wrote the topic that is read
 * @param client what differs for the client that is measured
 */
record KafkaCase(
        KafkaWork work, String label, Map<String, String> topic, Map<String, String> client) {
    /** The first of a work: nothing differs. */
    private static final String USUAL = "as the job does it";

    private static final String COMPRESSION = ProducerConfig.COMPRESSION_TYPE_CONFIG;
    private static final String BATCH = ProducerConfig.BATCH_SIZE_CONFIG;
    private static final String LINGER = ProducerConfig.LINGER_MS_CONFIG;
    private static final String KILOBYTES_16 = "16384";
    private static final String MEGABYTE = "1048576";
    private static final String MEGABYTES_8 = "8388608";

    /** Everything that is measured. */
    static final List<KafkaCase> ALL =
            List.of(
                    read(USUAL, Map.of()),
                    read("5,000 records a poll", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000"),
                    read(
                            "8 MB a partition and fetch",
                            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                            MEGABYTES_8),
                    read("1 MB a fetch at least", ConsumerConfig.FETCH_MIN_BYTES_CONFIG, MEGABYTE),
                    read("1 MB socket buffer", ConsumerConfig.RECEIVE_BUFFER_CONFIG, MEGABYTE),
                    read("checksums not checked", ConsumerConfig.CHECK_CRCS_CONFIG, "false"),
                    read("topic compressed by lz4", Map.of(COMPRESSION, "lz4")),
                    read("topic not compressed", Map.of(COMPRESSION, "none")),
                    read("topic in batches of 16 KB", Map.of(BATCH, KILOBYTES_16)),
                    write(USUAL, Map.of()),
                    write("zstd", Map.of(COMPRESSION, "zstd")),
                    write("not compressed", Map.of(COMPRESSION, "none")),
                    write("batches of 16 KB", Map.of(BATCH, KILOBYTES_16)),
                    write("lingering 50 ms", Map.of(LINGER, "50")),
                    write("not lingering", Map.of(LINGER, "0")),
                    new KafkaCase(KafkaWork.BETWEEN, USUAL, Map.of(), Map.of()));

    private static KafkaCase read(String label, String key, String value) {
        return new KafkaCase(KafkaWork.READ, label, Map.of(), Map.of(key, value));
    }

    private static KafkaCase read(String label, Map<String, String> topic) {
        return new KafkaCase(KafkaWork.READ, label, topic, Map.of());
    }

    private static KafkaCase write(String label, Map<String, String> client) {
        return new KafkaCase(KafkaWork.WRITE, label, Map.of(), client);
    }

    /** What it is called in tables. */
    String name() {
        return "Kafka, " + work.label() + ", " + label;
    }

    /** The case of the same work that nothing differs in. */
    KafkaCase usual() {
        return ALL.stream().filter(one -> one.work == work).findFirst().orElseThrow();
    }
}
