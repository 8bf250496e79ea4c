package io.bookpulse.bench.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What lies in a topic.
 *
 * @param records committed records
 * @param bytes of the broker's log, compressed as they are there
 */
record TopicContent(long records, long bytes) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Reads all of a topic. */
    static TopicContent of(String bootstrap, String topic)
            throws ExecutionException, InterruptedException {
        return new TopicContent(records(bootstrap, topic), bytes(bootstrap, topic));
    }

    private static long records(String bootstrap, String topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        ByteArrayDeserializer none = new ByteArrayDeserializer();
        long count = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, none, none)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                count += consumer.poll(POLL).count();
            }
        }
        return count;
    }

    private static long bytes(String bootstrap, String topic)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            return admin.describeLogDirs(List.of(broker)).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().equals(topic))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }
}
