package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Reading;
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
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A backfill of the {@code samples} columns: BATCH, one subtask, files in, Parquet out, from the
 * job's submission to its end.
 */
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

    /** Runs it. */
    public Measurement measure() throws Exception {
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(options.configFolder(), FlinkSettings.batch(1));
        PipelineParameters parameters =
                options.pipeline().withKeys(WriteBackOptions.defaults(true));
        new MarketPipeline(parameters, samplesOnly())
                .defineMarket(JobInputs.files(environment, input.inputs(), parameters));
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            Reading before = Reading.now(0);
            JobID job = BenchCluster.submit(cluster, environment);
            BenchCluster.result(cluster.requestJobResult(job));
            return Reading.now(input.events()).since(before);
        }
    }

    private PipelineSinks samplesOnly() {
        PipelineSinks parquet = JobSinks.parquet(ParquetOutput.prepare(output, IfExists.OVERWRITE));
        return new PipelineSinks(
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-alerts"),
                parquet.samples(),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-bars"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-rejects"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-late"));
    }
}
