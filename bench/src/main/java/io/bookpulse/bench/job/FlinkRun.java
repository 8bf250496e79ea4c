package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.CpuProbe;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.codec.Decoded;
import io.bookpulse.connectors.file.ReadProgress;
import io.bookpulse.jobs.config.CheckpointParameters;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.operators.stage.MarketStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs a variant in a Flink cluster in this process: STREAMING, with the job's own settings. */
public final class FlinkRun {
    /** As often as a job takes them that nobody has told otherwise. */
    private static final Duration CHECKPOINT_INTERVAL = CheckpointParameters.defaults().interval();

    /** Longer than any run: checkpoints come only where they are asked for. */
    private static final Duration NO_CHECKPOINTS = Duration.ofHours(9);

    /** Where checkpoints are asked for, as shares of the events. */
    private static final double[] CHECKPOINTS = {0.2, 0.35, 0.5, 0.65, 0.8};

    private final JobCase jobCase;
    private final PipelineParameters parameters;
    private final Path configFolder;
    private final MarketInput input;
    private final long samples;

    /**
     * A run over an input.
     *
     * @param samples samples that it gives
     */
    public FlinkRun(JobCase jobCase, JobBenchOptions options, MarketInput input, long samples) {
        this.jobCase = jobCase;
        this.parameters = options.pipeline();
        this.configFolder = options.configFolder();
        this.input = input;
        this.samples = samples;
    }

    /** Measures a variant. */
    public Run measure(Variant variant) throws Exception {
        StreamExecutionEnvironment environment = define(variant, CHECKPOINT_INTERVAL);
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            PeakHeap.reset();
            CpuProbe probe = probe(variant);
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            Measurement measurement = probe.await(end);
            JobExecutionResult result = BenchCluster.result(end);
            return new Run(measurement, samples(result), PeakHeap.bytes());
        }
    }

    /** Runs the pipeline with checkpoints that come so far apart that every key has changed. */
    CheckpointFigures checkpoints() throws Exception {
        return checkpoints(CheckpointType.CONFIGURED);
    }

    /** The same with checkpoints of that type: RocksDB's usual ones are incremental. */
    public CheckpointFigures checkpoints(CheckpointType type) throws Exception {
        StreamExecutionEnvironment environment = define(Variant.PIPELINE, NO_CHECKPOINTS);
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            CpuProbe probe = probe(Variant.PIPELINE);
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            for (double share : CHECKPOINTS) {
                probe.reached(share, end);
                BenchCluster.checkpoint(cluster, job, type, end);
            }
            BenchCluster.result(end);
            return CheckpointFigures.of(
                    cluster.getArchivedExecutionGraph(job).get().getCheckpointStatsSnapshot(),
                    FlushReporter.flushNanos(),
                    jobCase.parallelism());
        }
    }

    private CpuProbe probe(Variant variant) {
        return variant == Variant.PASS_THROUGH
                ? new CpuProbe(ReadProgress::values, input.events(), input.events())
                : new CpuProbe(SampleCounter::samples, samples, input.events());
    }

    private StreamExecutionEnvironment define(Variant variant, Duration checkpointInterval) {
        FlinkSettings settings =
                FlinkSettings.streaming(jobCase.parallelism(), checkpointInterval)
                        .withCheckpoints(input.folder().resolveSibling("checkpoints"))
                        .withoutRestarts();
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        configFolder, jobCase.heap() ? settings.onHeap() : settings);
        List<DataStream<Decoded>> inputs =
                JobInputs.merged(
                        environment,
                        input.inputs(),
                        Math.min(jobCase.parallelism(), input.files().size()),
                        parameters);
        MarketPipeline pipeline = new MarketPipeline(parameters, discarding());
        switch (variant) {
            case PASS_THROUGH -> pipeline.definePassThrough(inputs);
            case MARKET -> pipeline.defineMarketStage(inputs);
            case PIPELINE -> pipeline.define(inputs);
            case PLAIN_LOOP -> throw new IllegalArgumentException("needs no cluster");
        }
        return environment;
    }

    /** Samples that a job has computed. */
    static long samples(JobExecutionResult result) {
        Map<String, Object> counts = result.getAllAccumulatorResults();
        return ((Number) counts.getOrDefault(MarketStage.SAMPLES, 0L)).longValue();
    }

    private static PipelineSinks discarding() {
        return new PipelineSinks(
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-alerts"),
                stream -> stream.sinkTo(new SampleCounter()).uid("discard-samples"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-bars"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-rejects"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-late"));
    }
}
