package io.bookpulse.bench.latency;

import io.bookpulse.bench.job.BenchCluster;
import io.bookpulse.bench.job.InputCounter;
import io.bookpulse.bench.job.SampleCounter;
import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import io.bookpulse.connectors.kafka.KafkaSinks;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.core.event.Alert;
import io.bookpulse.jobs.config.Delivery;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.testkit.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The pipeline from one topic to another, running: closed, it is cancelled. */
final class LatencyJob implements AutoCloseable {
    private static final long POLL_NANOS = 5_000_000L;
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Those of {@code config.yaml}. */
    private static final Duration CHECKPOINTS = Duration.ZERO;

    private final MiniCluster cluster;
    private final JobID id;
    private final CompletableFuture<JobResult> end;

    private LatencyJob(StreamExecutionEnvironment environment) throws Exception {
        cluster = BenchCluster.start(environment);
        id = BenchCluster.submit(cluster, environment);
        end = cluster.requestJobResult(id);
    }

    /**
     * Creates the topics {@code prefix.market} and {@code prefix.alerts} and starts a job between
     * them.
     */
    static LatencyJob start(
            KafkaBroker broker, String prefix, LatencyOptions options, Delivery delivery)
            throws Exception {
        createTopics(broker, prefix, options);
        LatencyJob job = new LatencyJob(define(broker, prefix, options, delivery));
        while (job.cluster.getJobStatus(job.id).get() != JobStatus.RUNNING && job.runs()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return job;
    }

    private static void createTopics(KafkaBroker broker, String prefix, LatencyOptions options) {
        Map<String, String> keep = Map.of("retention.ms", "-1");
        broker.createTopic(prefix + ".market", options.parallelism(), keep);
        broker.createTopic(prefix + ".alerts", 1, keep);
    }

    /** Whether it has neither failed nor ended. */
    boolean runs() {
        return !end.isDone();
    }

    /** Throws what it failed with, if it has. */
    void check() throws Exception {
        if (end.isDone()) {
            BenchCluster.result(end);
        }
    }

    private static StreamExecutionEnvironment define(
            KafkaBroker broker, String prefix, LatencyOptions options, Delivery delivery) {
        Path checkpoints = options.folder().resolve("checkpoints");
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        options.configFolder(),
                        FlinkSettings.streaming(
                                        options.parallelism(),
                                        delivery == Delivery.EXACTLY_ONCE
                                                ? options.checkpointInterval()
                                                : CHECKPOINTS)
                                .withCheckpoints(checkpoints)
                                .withoutRestarts());
        environment.getConfig().setAutoWatermarkInterval(options.watermarkInterval().toMillis());
        KafkaConnection connection = KafkaConnection.of(broker.bootstrap());
        KafkaMarketSource source =
                new KafkaMarketSource(
                        connection, List.of(prefix + ".market"), prefix, KafkaStart.earliest());
        KafkaSinks sinks =
                new KafkaSinks(connection, prefix, KafkaSinks.DEFAULT_TRANSACTION_TIMEOUT);
        new MarketPipeline(options.pipeline(), alertsOnly(sinks, prefix + ".alerts", delivery))
                .define(
                        InputCounter.counted(
                                JobInputs.kafka(
                                        environment, source, false, options.pipeline(), IDLE)));
        return environment;
    }

    private static PipelineSinks alertsOnly(KafkaSinks sinks, String topic, Delivery delivery) {
        KafkaSink<Alert> alerts =
                delivery == Delivery.EXACTLY_ONCE
                        ? sinks.exactlyOnce(topic, new AlertCodec(), alert -> alert.instrument)
                        : sinks.atLeastOnce(topic, new AlertCodec(), alert -> alert.instrument);
        return new PipelineSinks(
                stream -> stream.sinkTo(alerts).uid("kafka-alerts"),
                stream -> stream.sinkTo(new SampleCounter()).uid("discard-samples"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-bars"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-rejects"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-late"));
    }

    @Override
    public void close() throws Exception {
        if (runs()) {
            cluster.cancelJob(id).get();
        }
        cluster.close();
    }
}
