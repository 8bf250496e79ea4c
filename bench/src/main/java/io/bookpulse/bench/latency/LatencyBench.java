package io.bookpulse.bench.latency;

import io.bookpulse.bench.job.BenchCluster;
import io.bookpulse.bench.job.SampleCounter;
import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import io.bookpulse.connectors.kafka.KafkaSinks;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.testkit.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * From event to alert, Kafka to Kafka: finds the load that the job can just bear, then measures at
 * shares of it. Broker, sender, job and consumer share this process and its processors, so the
 * maximum is that of all of them. Alerts are delivered at least once, and visible at once.
 */
public final class LatencyBench {
    /** Events that an instrument of the generated market has in a second. */
    private static final double EVENTS_PER_INSTRUMENT = 9;

    private static final int MAXIMUM_INSTRUMENTS = 1_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long POLL_NANOS = 5_000_000L;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    private final Path folder;
    private final LatencyOptions options;

    /** A bench that keeps its checkpoints in that folder. */
    public LatencyBench(Path folder, LatencyOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /** Measures every load. */
    public List<LatencyResult> run(Consumer<String> progress) throws Exception {
        List<LatencyResult> results = new ArrayList<>();
        try (KafkaBroker broker = KafkaBroker.start()) {
            double maximum = maximum(broker);
            progress.accept("maximum load: %,.0f events/s".formatted(maximum));
            for (int load : options.loads()) {
                LatencyResult result = measure(broker, load, maximum * load / 100);
                progress.accept(
                        "%d %%: %,d alerts".formatted(load, result.micros().getTotalCount()));
                results.add(result);
            }
        }
        return results;
    }

    /**
     * Events a second that the job takes off a topic that is full, from its first sample on: the
     * start of a job is no part of its load.
     */
    private double maximum(KafkaBroker broker) throws Exception {
        createTopics(broker, "maximum");
        try (OpenLoopSender sender = new OpenLoopSender(broker.bootstrap(), "maximum.market")) {
            sender.sendAll(MAXIMUM_INSTRUMENTS, WallClock.nanos(), options.maximumEvents());
        }
        StreamExecutionEnvironment environment = define(broker, "maximum", true);
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            long before = SampleCounter.samples();
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            while (SampleCounter.samples() == before && !end.isDone()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            long start = System.nanoTime();
            BenchCluster.result(end);
            return options.maximumEvents() * 1e9 / (System.nanoTime() - start);
        }
    }

    private LatencyResult measure(KafkaBroker broker, int percent, double rate) throws Exception {
        String prefix = "load-" + percent;
        createTopics(broker, prefix);
        StreamExecutionEnvironment environment = define(broker, prefix, false);
        try (MiniCluster cluster = BenchCluster.start(environment);
                OpenLoopSender sender =
                        new OpenLoopSender(broker.bootstrap(), prefix + ".market")) {
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            awaitRunning(cluster, job, end);
            long start = WallClock.nanos() + SECOND;
            long duration = options.seconds() * SECOND;
            int instruments = (int) Math.max(1, Math.round(rate / EVENTS_PER_INSTRUMENT));
            try (AlertListener alerts =
                    new AlertListener(
                            broker.bootstrap(), prefix + ".alerts", start + duration / 2)) {
                sender.send(instruments, start, duration);
                LockSupport.parkNanos(options.pipeline().outOfOrder().toNanos() + 2 * SECOND);
                LatencyResult result =
                        new LatencyResult(
                                percent,
                                (double) sender.sent() / options.seconds(),
                                sender.behindMillis(),
                                alerts.end());
                cluster.cancelJob(job).get();
                return result;
            }
        }
    }

    private StreamExecutionEnvironment define(KafkaBroker broker, String prefix, boolean bounded) {
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        options.configFolder(),
                        FlinkSettings.streaming(options.parallelism(), CHECKPOINTS)
                                .withCheckpoints(folder.resolve("checkpoints"))
                                .withoutRestarts());
        environment.getConfig().setAutoWatermarkInterval(options.watermarkInterval().toMillis());
        KafkaConnection connection = KafkaConnection.of(broker.bootstrap());
        KafkaMarketSource source =
                new KafkaMarketSource(
                        connection, List.of(prefix + ".market"), prefix, KafkaStart.earliest());
        KafkaSinks sinks =
                new KafkaSinks(connection, prefix, KafkaSinks.DEFAULT_TRANSACTION_TIMEOUT);
        new MarketPipeline(options.pipeline(), alertsOnly(sinks, prefix + ".alerts"))
                .define(JobInputs.kafka(environment, source, bounded, options.pipeline(), IDLE));
        return environment;
    }

    private static PipelineSinks alertsOnly(KafkaSinks sinks, String topic) {
        return new PipelineSinks(
                stream ->
                        stream.sinkTo(sinks.atLeastOnce(topic, new AlertCodec(), a -> a.instrument))
                                .uid("kafka-alerts"),
                stream -> stream.sinkTo(new SampleCounter()).uid("discard-samples"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-bars"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-rejects"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-late"));
    }

    private void createTopics(KafkaBroker broker, String prefix) {
        Map<String, String> keep = Map.of("retention.ms", "-1");
        broker.createTopic(prefix + ".market", options.parallelism(), keep);
        broker.createTopic(prefix + ".alerts", 1, keep);
    }

    private static void awaitRunning(
            MiniCluster cluster, JobID job, CompletableFuture<JobResult> end) throws Exception {
        while (cluster.getJobStatus(job).get() != JobStatus.RUNNING && !end.isDone()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
