package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.bench.measure.Reading;
import io.bookpulse.connectors.parquet.IfExists;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.jobs.pipeline.BoundedJob;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.ReadOrder;
import io.bookpulse.operators.keyed.WriteBackOptions;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A backfill in this process, as the command defines it: one subtask, files in, Parquet out, from
 * the job's submission to its end.
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

    /** Runs as much of it as that, one input read as it happened. */
    public Run measure(Extent extent) throws Exception {
        BoundedJob backfill = new BoundedJob(input.inputs(), List.of(), ReadOrder.TIME, extent, 1);
        PipelineParameters parameters =
                options.pipeline().withKeys(WriteBackOptions.defaults(backfill.isSorted()));
        StreamExecutionEnvironment environment =
                backfill.define(
                        options.configFolder(),
                        parameters,
                        JobSinks.parquet(ParquetOutput.prepare(output, IfExists.OVERWRITE)));
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
}
