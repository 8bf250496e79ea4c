package io.bookpulse.bench.kafka;

import io.bookpulse.testkit.KafkaBroker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;

/**
 * What lies in a topic.
 *
 * @param records committed records
 * @param bytes of the broker's log, compressed as they are there
 */
record TopicContent(long records, long bytes) {
    /** Reads all of a topic. */
    static TopicContent of(KafkaBroker broker, String topic)
            throws ExecutionException, InterruptedException {
        AtomicLong records = new AtomicLong();
        broker.forEachCommitted(topic, message -> records.incrementAndGet());
        return new TopicContent(records.get(), bytes(broker.bootstrap(), topic));
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
