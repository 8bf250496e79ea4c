package io.bookpulse.bench.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A cluster in this process as {@code executeAsync} would start it, but held in hand: checkpoints
 * can be asked for, and their statistics read.
 */
public final class BenchCluster {
    private BenchCluster() {}

    /** A cluster with the environment's settings, which no other run uses until it is closed. */
    public static MiniCluster start(StreamExecutionEnvironment environment) throws Exception {
        Configuration configuration = new Configuration();
        configuration.addAll((Configuration) environment.getConfiguration());
        FlushReporter.install(configuration);
        return KeptCluster.with(configuration);
    }

    /** Starts what the environment defines. */
    public static JobID submit(MiniCluster cluster, StreamExecutionEnvironment environment)
            throws Exception {
        return cluster.submitJob(environment.getStreamGraph()).get().getJobID();
    }

    /** Asks for a checkpoint, and waits for it. One that the end of the job overtakes is none. */
    public static void checkpoint(
            MiniCluster cluster, JobID job, CheckpointType type, CompletableFuture<JobResult> end)
            throws InterruptedException {
        try {
            CompletableFuture.anyOf(cluster.triggerCheckpoint(job, type), end).get();
        } catch (ExecutionException overtaken) {
            // seen in the number of checkpoints
        }
    }

    /** Waits for the job's end; throws what it failed with. */
    public static JobExecutionResult result(CompletableFuture<JobResult> end) throws Exception {
        return end.get().toJobExecutionResult(BenchCluster.class.getClassLoader());
    }
}
