package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Asks a cluster, before a job starts, whether it can do what the job needs, and creates the topics
 * that are not there. Every failure is one sentence in a {@link ConnectorException}.
 */
public final class KafkaAdmin implements AutoCloseable {
    /** The largest record that is sent: a model of unusual samples has about 1 MB. */
    static final int LARGEST_BYTES = 16 << 20;

    private static final String MAX_TRANSACTION_TIMEOUT = "transaction.max.timeout.ms";

    /** Between two questions whether a new topic is there. */
    private static final long RETRY_NANOS = 20_000_000L;

    private final KafkaConnection connection;
    private final Admin admin;

    private KafkaAdmin(KafkaConnection connection, Admin admin) {
        this.connection = connection;
        this.admin = admin;
    }

    /**
     * Connects and waits for an answer.
     *
     * @throws ConnectorException if the cluster does not answer within 10 s
     */
    public static KafkaAdmin connect(KafkaConnection connection) {
        Properties properties = connection.clientProperties();
        String patience = String.valueOf(KafkaConnection.PATIENCE.toMillis());
        properties.put("default.api.timeout.ms", patience);
        properties.put("request.timeout.ms", patience);
        KafkaAdmin connected;
        try {
            connected = new KafkaAdmin(connection, Admin.create(properties));
        } catch (KafkaException e) {
            throw connection.unusable(e);
        }
        try {
            connected.topicNames();
        } catch (ConnectorException e) {
            connected.close();
            throw e;
        }
        return connected;
    }

    /** Creates the job's input topic where absent. */
    public void createInput(KafkaTopics topics, int partitions) {
        create(
                List.of(topics.market()),
                partitions,
                Map.of("message.timestamp.type", "LogAppendTime"));
    }

    /**
     * Creates the control topic and that of its audit where absent: one partition each, because
     * their order counts, and with room for models.
     */
    public void createControl(KafkaTopics topics) {
        create(
                List.of(topics.control(), topics.controlAudit()),
                1,
                Map.of(
                        "message.timestamp.type",
                        "LogAppendTime",
                        "retention.ms",
                        "-1",
                        "max.message.bytes",
                        String.valueOf(LARGEST_BYTES)));
    }

    /**
     * Creates the job's output topics where absent, kept without limit of time: results about the
     * past are not to be deleted because they are about the past.
     */
    public void createOutputs(KafkaTopics topics, int partitions) {
        create(
                topics.outputs(),
                partitions,
                Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "-1"));
    }

    /**
     * Checks that a topic is there.
     *
     * @throws ConnectorException if it is not
     */
    public void requireTopic(String topic) {
        if (!topicNames().contains(topic)) {
            throw new ConnectorException(
                    "The Kafka broker " + connection.bootstrap() + " has no topic " + topic + ".");
        }
    }

    /**
     * Checks that the broker allows transactions as long as a sink asks for; otherwise the job
     * would die at its start.
     *
     * @throws ConnectorException if it does not
     */
    public void requireTransactionTimeout(Duration timeout) {
        long limit = maxTransactionTimeoutMillis();
        if (timeout.toMillis() > limit) {
            throw new ConnectorException(
                    "The transaction timeout "
                            + timeout.toMillis()
                            + " ms is longer than the "
                            + limit
                            + " ms that the Kafka broker "
                            + connection.bootstrap()
                            + " allows ("
                            + MAX_TRANSACTION_TIMEOUT
                            + ").");
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private void create(List<String> names, int partitions, Map<String, String> settings) {
        Set<String> existing = topicNames();
        Collection<NewTopic> absent =
                names.stream()
                        .filter(name -> !existing.contains(name))
                        .map(name -> topic(name, partitions).configs(settings))
                        .toList();
        admin.createTopics(absent).values().forEach(this::awaitCreation);
        awaitLeaders(absent);
    }

    /**
     * Waits until every partition answers. One that exists but has no leader yet may refuse a
     * producer's first batch and take its second; then it refuses the first for good, as out of
     * order.
     */
    private void awaitLeaders(Collection<NewTopic> topics) {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int i = 0; i < topic.numPartitions(); i++) {
                partitions.put(new TopicPartition(topic.name(), i), OffsetSpec.earliest());
            }
        }
        long deadline = System.nanoTime() + KafkaConnection.PATIENCE.toNanos();
        while (!answer(names, partitions, deadline)) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private boolean answer(
            List<String> names, Map<TopicPartition, OffsetSpec> partitions, long deadline) {
        try {
            // Offsets of a topic that nobody knows yet are an error in the log.
            await(admin.describeTopics(names).allTopicNames());
            await(admin.listOffsets(partitions).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && System.nanoTime() < deadline) {
                return false;
            }
            throw new ConnectorException(
                    "The new Kafka topics do not answer: " + reason(e) + ".", e);
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private void awaitCreation(String name, KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new ConnectorException(
                        "The Kafka topic " + name + " cannot be created: " + reason(e) + ".", e);
            }
        }
    }

    private Set<String> topicNames() {
        try {
            return await(admin.listTopics().names());
        } catch (ExecutionException e) {
            throw connection.unreachable(e);
        }
    }

    private long maxTransactionTimeoutMillis() {
        try {
            String node = await(admin.describeCluster().nodes()).iterator().next().idString();
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node);
            ConfigEntry entry =
                    await(admin.describeConfigs(List.of(broker)).all())
                            .values()
                            .iterator()
                            .next()
                            .get(MAX_TRANSACTION_TIMEOUT);
            return entry == null ? Long.MAX_VALUE : Long.parseLong(entry.value());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Long.MAX_VALUE; // not everybody may ask; the job's start will show
            }
            throw new ConnectorException(
                    "The Kafka broker "
                            + connection.bootstrap()
                            + " does not tell its settings: "
                            + reason(e)
                            + ".",
                    e);
        }
    }

    private <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get(KafkaConnection.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw connection.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException("Interrupted while waiting for Kafka.", e);
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        return String.valueOf((cause == null ? e : cause).getMessage()).replaceAll("\\.$", "");
    }
}
