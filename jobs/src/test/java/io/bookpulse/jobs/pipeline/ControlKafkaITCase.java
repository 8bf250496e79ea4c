package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.codec.record.BarCodec;
import io.bookpulse.codec.record.ControlAuditCodec;
import io.bookpulse.codec.record.RecordCodec;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.kafka.KafkaAdmin;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaControlLog;
import io.bookpulse.connectors.kafka.KafkaControlSource;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import io.bookpulse.connectors.kafka.KafkaMarketWriter;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.core.control.ControlAudit;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.Outcome;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.jobs.control.ControlModels;
import io.bookpulse.jobs.control.ControlRecords;
import io.bookpulse.jobs.generate.KafkaLoad;
import io.bookpulse.testkit.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on a real broker that is told to change while events flow, and its replay from files. */
class ControlKafkaITCase {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration BARS = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final KafkaTopics TOPICS = new KafkaTopics("live");
    private static final String MARKET = TOPICS.market();
    private static final String GROUP = "live";

    @TempDir Path folder;

    private static KafkaBroker broker;
    private static KafkaConnection connection;

    private final Queue<Bar> bars = new ConcurrentLinkedQueue<>();
    private final Queue<Alert> alerts = new ConcurrentLinkedQueue<>();
    private final Queue<ControlAudit> audits = new ConcurrentLinkedQueue<>();
    private final AtomicLong reachedNanos = new AtomicLong();

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start();
        connection = KafkaConnection.of(broker.bootstrap());
        broker.createTopic(MARKET, 1);
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.createControl(TOPICS);
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void changesWhileEventsFlowAndReplaysFromItsAudit() throws Exception {
        List<MarketEvent> events = ParityMarkets.simulated();
        int half = events.size() / 2;
        long start = events.get(0).eventTimeNanos;
        long middle = events.get(half).eventTimeNanos;
        append(ControlRecords.set("decision.cooldown", "0s", "*", start));
        load(events.subList(0, half));

        JobClient job = startJob();
        await("the first half")
                .atMost(PATIENCE)
                .until(() -> reachedNanos.get() > middle - 3 * SECOND);
        append(ControlRecords.set("drift.cusum.h", "9", "*", start + SECOND));
        append(ControlRecords.set("drift.cusum.h", "2.5", "sim:*", middle + 30 * SECOND));
        ControlChange hmm = model(ControlModels.hmm(BARS, 0.0004), middle + 40 * SECOND);
        ControlChange forest = model(ControlModels.forest(0.5), middle + 50 * SECOND);
        model(ControlModels.hmm(Duration.ofSeconds(30), 0.0004), middle + 60 * SECOND);
        await("all answers").atMost(PATIENCE).until(() -> audits.size() == 6);
        load(events.subList(half, events.size()));
        await("the second half").atMost(PATIENCE).until(() -> broker.isReadBy(GROUP, MARKET));
        job.stopWithSavepoint(
                        true,
                        folder.resolve("stop").toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);

        assertThat(audits)
                .extracting(audit -> audit.outcome)
                .containsExactly(
                        Outcome.APPLIED,
                        Outcome.REFUSED,
                        Outcome.APPLIED,
                        Outcome.APPLIED,
                        Outcome.APPLIED,
                        Outcome.REFUSED);
        assertThat(audits).anyMatch(audit -> audit.refusal.contains("was judged already"));
        List<String> live = texts(new AlertCodec(), alerts);
        assertThat(live).anyMatch(text -> text.contains("\"threshold\":2.5"));
        assertStamped(hmm, forest);
        List<String> liveBars = texts(new BarCodec(), bars);

        List<String> audit = inOrder(new ControlAuditCodec(), audits);
        alerts.clear();
        bars.clear();
        audits.clear();
        replay(ParityMarkets.written(events, folder), audit);
        assertThat(texts(new AlertCodec(), alerts)).isEqualTo(live);
        assertThat(texts(new BarCodec(), bars)).isEqualTo(liveBars);
        assertThat(audits).hasSize(6);
    }

    /** Every bar and every alert names the models that were in force at its time, and no other. */
    private void assertStamped(ControlChange hmm, ControlChange forest) {
        String regimes = "hmm:" + hmm.value;
        String unusual = "isolation-forest:" + forest.value;
        assertThat(bars).anyMatch(bar -> bar.modelVersion.equals(regimes));
        assertThat(bars)
                .allMatch(
                        bar ->
                                bar.modelVersion.equals(
                                        bar.endNanos() < hmm.effectiveNanos ? "" : regimes));
        assertThat(alerts)
                .anyMatch(alert -> alert.type == AlertType.ANOMALY)
                .allMatch(
                        alert ->
                                alert.modelVersions.equals(
                                        alert.detectTimeNanos < hmm.effectiveNanos
                                                ? ""
                                                : alert.detectTimeNanos < forest.effectiveNanos
                                                        ? regimes
                                                        : regimes + "," + unusual));
    }

    private static ControlChange model(String text, long fromNanos) {
        ControlChange change = ControlRecords.model(text, "*", fromNanos);
        append(change);
        return change;
    }

    private static void append(ControlChange change) {
        KafkaControlLog.append(connection, TOPICS.control(), ControlJson.write(change));
    }

    private static void load(List<MarketEvent> events) {
        try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, MARKET)) {
            new KafkaLoad(writer).events(events, time -> {});
        }
    }

    private static <T> List<String> texts(RecordCodec<T> codec, Queue<T> records) {
        return inOrder(codec, records).stream().sorted().toList();
    }

    private static <T> List<String> inOrder(RecordCodec<T> codec, Queue<T> records) {
        return records.stream()
                .map(record -> new String(codec.toKafka(record), StandardCharsets.UTF_8))
                .toList();
    }

    private JobClient startJob() throws Exception {
        FlinkSettings settings =
                FlinkSettings.streaming(2, Duration.ofMillis(500))
                        .withCheckpoints(folder.resolve("checkpoints"))
                        .withoutRestarts();
        StreamExecutionEnvironment environment = environment(settings);
        PipelineParameters parameters = ParityProfiles.of("parity", settings);
        KafkaMarketSource market =
                new KafkaMarketSource(connection, List.of(MARKET), GROUP, KafkaStart.earliest());
        KafkaControlLog log = KafkaControlLog.read(connection, TOPICS.control());
        assertThat(log.records()).hasSize(1);
        new MarketPipeline(parameters, sinks())
                .define(
                        JobInputs.kafka(
                                environment, market, false, parameters, Duration.ofSeconds(5)),
                        ControlInputs.kafka(
                                environment,
                                log.records(),
                                new KafkaControlSource(connection, TOPICS.control(), log.end())));
        return environment.executeAsync("live");
    }

    private void replay(List<FeedInput> files, List<String> control) throws Exception {
        FlinkSettings settings = FlinkSettings.batch(1);
        StreamExecutionEnvironment environment = environment(settings);
        PipelineParameters parameters = ParityProfiles.of("parity", settings);
        new MarketPipeline(parameters, sinks())
                .define(
                        JobInputs.files(environment, files, parameters),
                        ControlInputs.known(environment, control));
        environment.execute("replay");
    }

    private static StreamExecutionEnvironment environment(FlinkSettings settings) {
        return EmbeddedFlink.environment(Path.of("..", "flink-conf"), settings);
    }

    private PipelineSinks sinks() {
        ListenerSink<Alert> alertSink = ListenerSink.to(alerts::add);
        ListenerSink<Bar> barSink = ListenerSink.to(bars::add);
        ListenerSink<ControlAudit> auditSink = ListenerSink.to(audits::add);
        ListenerSink<Sample> sampleSink =
                ListenerSink.to(
                        sample -> reachedNanos.accumulateAndGet(sample.eventTimeNanos, Math::max));
        return new PipelineSinks(
                stream -> stream.sinkTo(alertSink).uid("alerts"),
                stream -> stream.sinkTo(sampleSink).uid("samples"),
                stream -> stream.sinkTo(barSink).uid("bars"),
                stream -> {},
                stream -> {},
                stream -> stream.sinkTo(auditSink).uid("audits").setParallelism(1));
    }
}
