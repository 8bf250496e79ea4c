package io.bookpulse.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this JVM: one node that is broker and KRaft controller, on free ports of
 * the loopback interface, with its log in a temporary folder. Topics must be created; transactions
 * work. Needs {@code org.apache.kafka:kafka_2.13} on the class path, in the version of the clients.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_NANOS = 20_000_000L;

    private final KafkaRaftServer server;
    private final Path folder;
    private final String bootstrap;
    private final Map<String, String> clientProperties;

    private KafkaBroker(
            KafkaRaftServer server,
            Path folder,
            String bootstrap,
            Map<String, String> clientProperties) {
        this.server = server;
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.clientProperties = Map.copyOf(clientProperties);
    }

    /** Starts a broker, and returns when it answers. */
    public static KafkaBroker start() {
        return start(Map.of());
    }

    /**
     * Starts a broker with settings of its own, and returns when it answers.
     *
     * @param settings broker properties that replace or extend the usual ones
     */
    public static KafkaBroker start(Map<String, String> settings) {
        return start(settings, Map.of());
    }

    /** Starts a broker that knows one user by a password, without encryption. */
    public static KafkaBroker startWithLogin(String user, String password) {
        String login =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\""
                                .formatted(user)
                        + " password=\"%s\"".formatted(password);
        return start(
                Map.of(
                        "listener.security.protocol.map",
                        "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name",
                        "PLAINTEXT",
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "sasl.mechanism.inter.broker.protocol",
                        "PLAIN",
                        "listener.name.plaintext.plain.sasl.jaas.config",
                        login + " user_%s=\"%s\";".formatted(user, password)),
                Map.of(
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        login + ";"));
    }

    private static KafkaBroker start(
            Map<String, String> settings, Map<String, String> clientProperties) {
        try {
            Path folder = Files.createTempDirectory("kafka");
            int[] ports = freePorts();
            Properties properties = properties(folder, ports);
            properties.putAll(settings);
            format(folder, properties);
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            KafkaBroker broker =
                    new KafkaBroker(server, folder, HOST + ":" + ports[0], clientProperties);
            broker.awaitAnswer();
            return broker;
        } catch (IOException e) {
            throw new IllegalStateException("cannot start a Kafka broker", e);
        }
    }

    /** Where clients connect: {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** What a client has to say beside the address. */
    public Map<String, String> clientProperties() {
        return clientProperties;
    }

    /** Creates a topic, and returns when all of it takes records. */
    public void createTopic(String name, int partitions) {
        createTopic(name, partitions, Map.of());
    }

    /**
     * Creates a topic, and returns when all of it takes records: a partition without a leader could
     * refuse a producer's first batch, take the second, and then refuse the first for good.
     *
     * @param settings topic properties, for example {@code retention.ms}
     */
    public void createTopic(String name, int partitions, Map<String, String> settings) {
        NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(settings);
        try (Admin admin = admin()) {
            admin.createTopics(List.of(topic)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            awaitLeaders(admin, name, partitions);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot create topic " + name, e);
        }
    }

    /**
     * Gives all committed records that a topic has by now, as any other program reads them. A
     * transaction whose commit was answered ends in the topic only a moment later, and hides its
     * records until then: it is waited for, as is any other that is open.
     */
    public void forEachCommitted(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = ends(partitions);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> read = consumer.poll(POLL);
                read.forEach(action);
                if (!read.isEmpty()) {
                    deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
                } else if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("a transaction stays open in " + topic);
                }
            }
        }
    }

    /** Whether a consumer group has committed that it read all that a topic has by now. */
    public boolean isReadBy(String group, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of("group.id", group))) {
            Map<TopicPartition, Long> ends = ends(partitions(consumer, topic));
            Map<TopicPartition, OffsetAndMetadata> read = consumer.committed(ends.keySet());
            return ends.entrySet().stream()
                    .allMatch(
                            end -> {
                                OffsetAndMetadata next = read.get(end.getKey());
                                return (next == null ? 0 : next.offset()) == end.getValue();
                            });
        }
    }

    /** Where partitions end, records of open transactions included. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<String, String> everything = Map.of("isolation.level", "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(everything)) {
            return consumer.endOffsets(partitions);
        }
    }

    /** Stops the broker and deletes its log. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        delete(folder);
    }

    private static void awaitLeaders(Admin admin, String topic, int partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int i = 0; i < partitions; i++) {
            all.put(new TopicPartition(topic, i), OffsetSpec.earliest());
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                // Offsets of a topic that nobody knows yet are an error in the log.
                admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                admin.listOffsets(all).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void awaitAnswer() {
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("the Kafka broker does not answer", e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(clientProperties);
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        settings.putAll(more);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private Admin admin() {
        Map<String, Object> settings = new HashMap<>(clientProperties);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return Admin.create(settings);
    }

    private static Properties properties(Path folder, int[] ports) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + HOST + ":" + ports[1]);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", listeners(ports));
        properties.put(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.resolve("log").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        // On a starved machine a late heartbeat must not take the only broker out of service.
        properties.put("broker.session.timeout.ms", "60000");
        return properties;
    }

    private static String listeners(int[] ports) {
        return "PLAINTEXT://" + HOST + ":" + ports[0] + ",CONTROLLER://" + HOST + ":" + ports[1];
    }

    private static void format(Path folder, Properties properties) throws IOException {
        Path file = folder.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        String cluster = Uuid.randomUuid().toString();
        String[] arguments = {"format", "-t", cluster, "-c", file.toString()};
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
                StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "cannot format " + folder + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot delete " + folder, e);
        }
    }
}
