package io.bookpulse.jobs.config;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * How jobs use Kafka.
 *
 * @param bootstrap {@code host:port} of the brokers, separated by commas
 * @param clientProperties a file of Java properties, further settings of all clients: security,
 *     buffers; blank for none
 * @param topicPrefix what the names of all topics begin with
 * @param group consumer group and name of the job towards Kafka
 * @param partitions of topics that the job creates, 1 to 1000
 * @param alertDelivery what readers of the alerts may rely on
 * @param transactionTimeout how long a transaction may stay open, above 0; brokers allow 15 min
 *     unless told otherwise
 */
public record KafkaParameters(
        String bootstrap,
        String clientProperties,
        String topicPrefix,
        String group,
        int partitions,
        Delivery alertDelivery,
        Duration transactionTimeout) {
    private static final int MAX_PARTITIONS = 1000;

    /** Checks the ranges. */
    public KafkaParameters {
        Checks.notBlank(bootstrap, "bootstrap");
        Checks.notBlank(topicPrefix, "topicPrefix");
        Checks.notBlank(group, "group");
        Checks.inRange(1, MAX_PARTITIONS, partitions, "partitions");
        Checks.atLeast(1, transactionTimeout.toNanos(), "transactionTimeout (ns)");
    }

    /** A broker on this machine that asks for nothing, 4 partitions, alerts visible at once. */
    public static KafkaParameters defaults() {
        return new KafkaParameters(
                "localhost:9092",
                "",
                "bookpulse",
                "bookpulse",
                4,
                Delivery.AT_LEAST_ONCE,
                Duration.ofMinutes(15));
    }
}
