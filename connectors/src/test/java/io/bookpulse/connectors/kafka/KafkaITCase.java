package io.bookpulse.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.EntryCheck;
import io.bookpulse.connectors.TestingFlink;
import io.bookpulse.connectors.file.TickFiles;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.filter.FilterParameters;
import io.bookpulse.testkit.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(1);
    private static final int RECORDS = 200;
    private static final int RECORDS_PER_CHECKPOINT = 50;

    private static KafkaBroker broker;
    private static KafkaConnection connection;

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start();
        connection = KafkaConnection.of(broker.bootstrap());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void readsWhatTheWriterWroteAndRejectsForeignBytesWithTheirPlace() throws Exception {
        KafkaTopics topics = topics("roundtrip", 1);
        try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, topics.market())) {
            writer.write(event("binance:BTCUSDT", 1, "spot.gz"));
            writer.write("binance:BTCUSDT", "no event".getBytes(StandardCharsets.UTF_8));
            writer.write(event("binance:BTCUSDT", 2, ""));
        }

        List<Decoded> decoded = read(topics, 10);

        assertThat(decoded).hasSize(3);
        MarketEvent first = decoded.get(0).event;
        assertThat(first)
                .usingRecursiveComparison()
                .isEqualTo(event("binance:BTCUSDT", 1, "spot.gz"));
        Reject reject = decoded.get(1).reject;
        assertThat(reject.source).isEqualTo("roundtrip.market/0");
        assertThat(reject.sourcePosition).isEqualTo(1);
        assertThat(new String(reject.payload, StandardCharsets.UTF_8)).isEqualTo("no event");
        MarketEvent unstamped = decoded.get(2).event;
        assertThat(unstamped.source).isEqualTo("roundtrip.market/0");
        assertThat(unstamped.sourcePosition).isEqualTo(2);
    }

    @Test
    void keepsTheOrderOfAnInstrumentAcrossPartitions() throws Exception {
        KafkaTopics topics = topics("keyed", 3);
        try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, topics.market())) {
            for (int i = 0; i < 300; i++) {
                writer.write(event("venue:" + i % 5, i, "file"));
            }
        }

        List<Decoded> decoded = read(topics, 1000);

        assertThat(decoded).hasSize(300);
        for (int instrument = 0; instrument < 5; instrument++) {
            String name = "venue:" + instrument;
            long from = instrument;
            assertThat(decoded)
                    .map(value -> value.event)
                    .filteredOn(event -> event.instrument.equals(name))
                    .extracting(event -> event.id)
                    .containsExactlyElementsOf(
                            LongStream.range(0, 60).map(i -> from + 5 * i).boxed().toList());
        }
    }

    @Test
    void writesSamplesExactlyOnceThroughAFailure() throws Exception {
        KafkaTopics topics = topics("exact", 2);
        StreamExecutionEnvironment environment = environment();
        numbers(environment)
                .map(FailOnce.armed())
                .map(KafkaITCase::sample)
                .returns(TypeInformation.of(Sample.class))
                .sinkTo(
                        sinks("exact-job")
                                .exactlyOnce(
                                        topics.samples(),
                                        new SampleCodec(),
                                        sample -> sample.instrument));
        environment.execute();

        List<ConsumerRecord<byte[], byte[]>> records =
                TestingConsumer.readCommitted(broker, topics.samples());
        assertThat(FailOnce.hasFailed()).isTrue();
        assertThat(records)
                .extracting(message -> new SampleCodec().fromKafka(message.value()).eventTimeNanos)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, RECORDS).boxed().toList());
        assertThat(records)
                .allMatch(
                        message ->
                                new String(message.key(), StandardCharsets.UTF_8)
                                        .equals("venue:x"));
    }

    @Test
    void showsAlertsAtLeastOnceThroughAFailure() throws Exception {
        KafkaTopics topics = topics("alerting", 1);
        StreamExecutionEnvironment environment = environment();
        numbers(environment)
                .map(FailOnce.armed())
                .map(KafkaITCase::alert)
                .returns(TypeInformation.of(Alert.class))
                .sinkTo(
                        sinks("alert-job")
                                .atLeastOnce(
                                        topics.alerts(),
                                        new AlertCodec(),
                                        alert -> alert.instrument));
        environment.execute();

        List<ConsumerRecord<byte[], byte[]>> records =
                TestingConsumer.readCommitted(broker, topics.alerts());
        assertThat(FailOnce.hasFailed()).isTrue();
        assertThat(new HashSet<>(records.stream().map(TestingConsumer::alertId).toList()))
                .hasSize(RECORDS);
        assertThat(new String(records.get(0).value(), StandardCharsets.UTF_8)).startsWith("{");
        assertThat(Math.abs(records.get(0).timestamp() - System.currentTimeMillis()))
                .as("time of writing, not of the event")
                .isLessThan(600_000);
    }

    @Test
    void createsTopicsOnceAndKeepsResultsForever() {
        KafkaTopics topics = topics("created", 2);
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.createOutputs(topics, 5);
            admin.requireTopic(topics.bars());
            assertThatThrownBy(() -> admin.requireTopic("created.other"))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage(
                            "The Kafka broker "
                                    + broker.bootstrap()
                                    + " has no topic created.other.");
        }

        assertThat(TestingConsumer.topicSettings(connection, topics.alerts()))
                .containsEntry("retention.ms", "-1")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(TestingConsumer.partitions(connection, topics.alerts())).isEqualTo(2);
    }

    @Test
    void refusesATransactionTimeoutBeyondTheBrokersLimit() {
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.requireTransactionTimeout(KafkaSinks.DEFAULT_TRANSACTION_TIMEOUT);
            assertThatThrownBy(() -> admin.requireTransactionTimeout(Duration.ofHours(1)))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage(
                            "The transaction timeout 3600000 ms is longer than the 900000 ms that"
                                    + " the Kafka broker "
                                    + broker.bootstrap()
                                    + " allows (transaction.max.timeout.ms).");
        }
    }

    @Test
    void refusesToWriteToATopicThatIsNotThere() {
        assertThatThrownBy(() -> KafkaMarketWriter.open(connection, "nothing.market"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("has no topic nothing.market");
    }

    private static KafkaTopics topics(String prefix, int partitions) {
        KafkaTopics topics = new KafkaTopics(prefix);
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.createInput(topics, partitions);
            admin.createOutputs(topics, partitions);
        }
        return topics;
    }

    private static KafkaSinks sinks(String job) {
        return new KafkaSinks(connection, job, TRANSACTION_TIMEOUT);
    }

    private static List<Decoded> read(KafkaTopics topics, int atMost) throws Exception {
        KafkaMarketSource source =
                new KafkaMarketSource(
                        connection, List.of(topics.market()), "test", KafkaStart.earliest());
        return environment()
                .fromSource(
                        source.bounded(new EntryCheck(FilterParameters.defaults()), TickFiles.TYPE),
                        WatermarkStrategy.noWatermarks(),
                        "market")
                .executeAndCollect(atMost);
    }

    private static StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        environment.enableCheckpointing(500);
        environment.configure(TestingFlink.withOneRestart());
        return environment;
    }

    /** Waits for a checkpoint now and then, so that there is one to fail after. */
    private static DataStream<Long> numbers(StreamExecutionEnvironment environment) {
        return environment.fromSource(
                new DataGeneratorSource<>(
                        number -> number,
                        RECORDS,
                        RateLimiterStrategy.perCheckpoint(RECORDS_PER_CHECKPOINT),
                        Types.LONG),
                WatermarkStrategy.noWatermarks(),
                "numbers");
    }

    private static Sample sample(long number) {
        Sample sample = new Sample();
        sample.instrument = "venue:x";
        sample.eventTimeNanos = number;
        return sample;
    }

    private static Alert alert(long number) {
        Alert alert = new Alert();
        alert.instrument = "venue:x";
        alert.alertId = String.format("%016x", number);
        alert.onsetTimeNanos = number;
        alert.detectTimeNanos = number;
        return alert;
    }

    private static MarketEvent event(String instrument, long id, String source) {
        MarketEvent event = new MarketEvent();
        event.instrument = instrument;
        event.kind = EventKind.TRADE;
        event.eventTimeNanos = 1_723_161_540_000_000_000L + id;
        event.source = source;
        event.sourcePosition = source.isEmpty() ? MarketEvent.UNKNOWN : 17 + id;
        event.priceE8 = 5_000_000_000_000L;
        event.sizeE8 = 1_000;
        event.side = MarketEvent.BUY;
        event.id = id;
        return event;
    }
}
