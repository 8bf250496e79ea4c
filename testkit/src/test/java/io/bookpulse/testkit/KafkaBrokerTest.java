package io.bookpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class KafkaBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int POLLS = 30;

    private KafkaBroker broker;

    @BeforeAll
    void startBroker() {
        broker = KafkaBroker.start();
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void deliversWhatWasProducedInOrder() throws Exception {
        broker.createTopic("plain", 1, Map.of("retention.ms", "-1"));
        try (Producer<String, String> producer = producer(Map.of())) {
            for (String value : List.of("a", "b", "c")) {
                producer.send(new ProducerRecord<>("plain", "key", value)).get();
            }
        }
        assertThat(read("plain", 3)).containsExactly("a", "b", "c");
    }

    @Test
    void hidesAnAbortedTransactionFromReadersOfCommittedRecords() {
        broker.createTopic("transactions", 1);
        try (Producer<String, String> producer = producer(Map.of("transactional.id", "test"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "key", "aborted"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "key", "committed"));
            producer.commitTransaction();
        }
        assertThat(read("transactions", 1)).containsExactly("committed");
    }

    @Test
    void createsNoTopicThatNobodyAskedFor() {
        try (Producer<String, String> producer = producer(Map.of("max.block.ms", "2000"))) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unknown", "x")).get())
                    .hasMessageContaining("unknown");
        }
    }

    @Test
    void tellsWhetherAGroupReadEverything() {
        broker.createTopic("followed", 2);
        assertThat(broker.isReadBy("group", "followed")).isTrue();
        try (Producer<String, String> producer = producer(Map.of())) {
            producer.send(new ProducerRecord<>("followed", 0, null, "a"));
            producer.send(new ProducerRecord<>("followed", 1, null, "b"));
        }
        assertThat(broker.isReadBy("group", "followed")).isFalse();
        commit("group", Map.of(new TopicPartition("followed", 0), new OffsetAndMetadata(1)));
        assertThat(broker.isReadBy("group", "followed")).isFalse();
        commit("group", Map.of(new TopicPartition("followed", 1), new OffsetAndMetadata(1)));
        assertThat(broker.isReadBy("group", "followed")).isTrue();
        assertThat(broker.isReadBy("other", "followed")).isFalse();
    }

    /** Until their transaction ends, records are there for nobody who reads committed ones. */
    @Test
    void countsRecordsOfAnOpenTransactionAsUnread() {
        broker.createTopic("open", 1);
        try (Producer<String, String> producer = producer(Map.of("transactional.id", "open"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("open", "key", "pending"));
            producer.flush();
            assertThat(broker.isReadBy("group", "open")).isFalse();
            producer.commitTransaction();
        }
        List<String> values = new ArrayList<>();
        broker.forEachCommitted(
                "open", read -> values.add(new String(read.value(), StandardCharsets.UTF_8)));
        assertThat(values).containsExactly("pending");
    }

    private void commit(String group, Map<TopicPartition, OffsetAndMetadata> read) {
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(
                        with(Map.of("group.id", group)),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.commitSync(read);
        }
    }

    private Producer<String, String> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(with(settings), new StringSerializer(), new StringSerializer());
    }

    private List<String> read(String topic, int records) {
        List<String> values = new ArrayList<>();
        Map<String, Object> settings = with(Map.of("isolation.level", "read_committed"));
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int poll = 0; poll < POLLS && values.size() < records; poll++) {
                consumer.poll(PATIENCE).forEach(read -> values.add(read.value()));
            }
        }
        return values;
    }

    private Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", broker.bootstrap());
        return all;
    }
}
