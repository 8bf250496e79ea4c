package io.bookpulse.bench.kafka;

import io.bookpulse.bench.job.BenchCluster;
import io.bookpulse.bench.job.InputCounter;
import io.bookpulse.bench.measure.CpuProbe;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import io.bookpulse.connectors.kafka.KafkaSinks;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.testkit.KafkaBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs cases as jobs of one subtask an operator, each with topics of its own to write to. */
final class KafkaRuns {
    /** That of {@code config.yaml}. */
    private static final Duration CHECKPOINTS = Duration.ZERO;

    private static final long POLL_NANOS = 20_000_000L;

    private final KafkaBroker broker;
    private final KafkaBenchOptions options;
    private final long marketSamples;
    private int runs;

    /**
     * Runs against that broker.
     *
     * @param marketSamples samples that the pipeline computes of the market
     */
    KafkaRuns(KafkaBroker broker, KafkaBenchOptions options, long marketSamples) {
        this.broker = broker;
        this.options = options;
        this.marketSamples = marketSamples;
    }

    /** Measures a case that reads that market, if it reads one. */
    KafkaRun measure(KafkaCase one, String market) throws Exception {
        KafkaTopics topics = new KafkaTopics("run-" + runs++);
        return switch (one.work()) {
            case READ -> read(one, market);
            case WRITE -> write(one, topics);
            case BETWEEN -> between(one, market, topics);
        };
    }

    private KafkaRun read(KafkaCase one, String market) throws Exception {
        StreamExecutionEnvironment environment = environment();
        new MarketPipeline(options.pipeline(), PipelineSinks.none())
                .definePassThrough(input(environment, one, market));
        Measurement measurement = readAll(environment);
        return new KafkaRun(measurement, require(market, options.events(), options.events()));
    }

    private KafkaRun write(KafkaCase one, KafkaTopics topics) throws Exception {
        StreamExecutionEnvironment environment = environment();
        broker.createTopic(topics.samples(), options.partitions());
        SampleReplay.source(environment, options.samples())
                .sinkTo(
                        sinks(one, topics)
                                .exactlyOnce(
                                        topics.samples(), new SampleCodec(), s -> s.instrument))
                .uid("samples")
                .setParallelism(1);
        Measurement measurement =
                run(
                        environment,
                        new CpuProbe(SampleReplay::given, options.samples(), options.samples()));
        return new KafkaRun(
                measurement, require(topics.samples(), options.samples(), options.samples()));
    }

    private KafkaRun between(KafkaCase one, String market, KafkaTopics topics) throws Exception {
        StreamExecutionEnvironment environment = environment();
        List<String> written = new ArrayList<>(topics.outputs());
        written.add(topics.controlAudit());
        written.forEach(topic -> broker.createTopic(topic, options.partitions()));
        new MarketPipeline(options.pipeline(), JobSinks.kafka(sinks(one, topics), topics, false))
                .define(input(environment, one, market));
        Measurement measurement = readAll(environment);
        return new KafkaRun(
                measurement, require(topics.samples(), marketSamples, options.events()));
    }

    private List<DataStream<Decoded>> input(
            StreamExecutionEnvironment environment, KafkaCase one, String market) {
        KafkaMarketSource source =
                new KafkaMarketSource(
                        connection(one.client()), List.of(market), "bench", KafkaStart.earliest());
        return InputCounter.counted(
                JobInputs.kafka(environment, source, true, options.pipeline(), Duration.ZERO));
    }

    private KafkaSinks sinks(KafkaCase one, KafkaTopics topics) {
        return new KafkaSinks(
                connection(one.client()), topics.prefix(), KafkaSinks.DEFAULT_TRANSACTION_TIMEOUT);
    }

    private KafkaConnection connection(Map<String, String> properties) {
        return new KafkaConnection(broker.bootstrap(), properties);
    }

    private StreamExecutionEnvironment environment() {
        return EmbeddedFlink.environment(
                options.configFolder(),
                FlinkSettings.streaming(1, CHECKPOINTS)
                        .withCheckpoints(options.folder().resolve("checkpoints"))
                        .withoutRestarts());
    }

    /** Runs a job to the end of the market, all of which it has to read. */
    private Measurement readAll(StreamExecutionEnvironment environment) throws Exception {
        long before = InputCounter.read();
        Measurement measurement =
                run(
                        environment,
                        new CpuProbe(InputCounter::read, options.events(), options.events()));
        long read = InputCounter.read() - before;
        if (read != options.events()) {
            throw new IllegalStateException(read + " events read of " + options.events());
        }
        return measurement;
    }

    private static Measurement run(StreamExecutionEnvironment environment, CpuProbe probe)
            throws Exception {
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            Measurement measurement = probe.await(end);
            probe.reached(1, end);
            finish(cluster, job, end);
            BenchCluster.result(end);
            return measurement;
        }
    }

    /** A job that writes exactly once ends with a checkpoint, which is not waited for. */
    private static void finish(MiniCluster cluster, JobID job, CompletableFuture<JobResult> end)
            throws InterruptedException {
        while (!end.isDone()) {
            BenchCluster.checkpoint(cluster, job, CheckpointType.CONFIGURED, end);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Refuses a topic with another number of records; returns its bytes for each of so many. */
    private double require(String topic, long records, long shared) throws Exception {
        TopicContent content = TopicContent.of(broker, topic);
        if (content.records() != records) {
            throw new IllegalStateException(
                    "%d records in the topic, not %d".formatted(content.records(), records));
        }
        return (double) content.bytes() / shared;
    }
}
