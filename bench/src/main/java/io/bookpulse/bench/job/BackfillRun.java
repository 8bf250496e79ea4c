package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.bench.measure.Reading;
import io.bookpulse.codec.Decoded;
import io.bookpulse.connectors.parquet.IfExists;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.operators.keyed.WriteBackOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A backfill: BATCH, one subtask, files in, Parquet out, from the job's submission to its end. */
public final class BackfillRun {
    private final JobBenchOptions options;
    private final MarketInput input;
    private final Path output;

    /** A backfill into a new folder. */
    public BackfillRun(JobBenchOptions options, MarketInput input, Path output) {
        this.options = options;
        this.input = input;
        this.output = output;
    }

    /** Runs it for the {@code samples} columns of the market stage alone. */
    public Measurement measure() throws Exception {
        return measure((pipeline, inputs) -> pipeline.defineMarket(inputs), samplesOnly())
                .measurement();
    }

    /** Runs the whole pipeline, all outputs as Parquet: what {@code backfill} does. */
    public Run measureWhole() throws Exception {
        return measure((pipeline, inputs) -> pipeline.define(inputs), parquet());
    }

    private Run measure(
            BiConsumer<MarketPipeline, List<DataStream<Decoded>>> define, PipelineSinks sinks)
            throws Exception {
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(options.configFolder(), FlinkSettings.batch(1));
        PipelineParameters parameters =
                options.pipeline().withKeys(WriteBackOptions.defaults(true));
        define.accept(
                new MarketPipeline(parameters, sinks),
                JobInputs.files(environment, input.inputs(), parameters));
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            PeakHeap.reset();
            Reading before = Reading.now(0);
            JobID job = BenchCluster.submit(cluster, environment);
            JobExecutionResult result = BenchCluster.result(cluster.requestJobResult(job));
            return new Run(
                    Reading.now(input.events()).since(before),
                    FlinkRun.samples(result),
                    PeakHeap.bytes());
        }
    }

    private PipelineSinks samplesOnly() {
        PipelineSinks parquet = parquet();
        return new PipelineSinks(
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-alerts"),
                parquet.samples(),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-bars"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-rejects"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-late"));
    }

    private PipelineSinks parquet() {
        return JobSinks.parquet(ParquetOutput.prepare(output, IfExists.OVERWRITE));
    }
}
