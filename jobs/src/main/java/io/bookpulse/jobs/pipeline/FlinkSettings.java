package io.bookpulse.jobs.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded job runs.
 *
 * @param mode BATCH for bounded files, STREAMING for topics
 * @param parallelism subtasks of each operator, at least 1
 * @param checkpointInterval between checkpoints; zero for none
 * @param checkpoints where checkpoints are kept, or null for memory
 * @param heapState whether state is kept on the heap instead of RocksDB
 * @param restarts whether a failed job is started again; a bounded one rather says why it failed
 */
public record FlinkSettings(
        RuntimeExecutionMode mode,
        int parallelism,
        Duration checkpointInterval,
        @Nullable Path checkpoints,
        boolean heapState,
        boolean restarts) {

    /** A bounded job over files. */
    public static FlinkSettings batch(int parallelism) {
        return new FlinkSettings(
                RuntimeExecutionMode.BATCH, parallelism, Duration.ZERO, null, false, false);
    }

    /**
     * A bounded job over files in the order of their event times: STREAMING, without checkpoints,
     * ending with its first failure.
     */
    public static FlinkSettings bounded(int parallelism) {
        return streaming(parallelism, Duration.ZERO).withoutRestarts();
    }

    /** A streaming job with RocksDB. */
    public static FlinkSettings streaming(int parallelism, Duration checkpointInterval) {
        return new FlinkSettings(
                RuntimeExecutionMode.STREAMING, parallelism, checkpointInterval, null, false, true);
    }

    /** The same with its checkpoints kept in a folder. */
    public FlinkSettings withCheckpoints(Path folder) {
        return new FlinkSettings(
                mode, parallelism, checkpointInterval, folder, heapState, restarts);
    }

    /** The same on the heap backend. */
    public FlinkSettings onHeap() {
        return new FlinkSettings(
                mode, parallelism, checkpointInterval, checkpoints, true, restarts);
    }

    /** The same, ending with its first failure. */
    public FlinkSettings withoutRestarts() {
        return new FlinkSettings(
                mode, parallelism, checkpointInterval, checkpoints, heapState, false);
    }

    /** Whether inputs are sorted by Flink rather than by watermarks. */
    public boolean isBatch() {
        return mode == RuntimeExecutionMode.BATCH;
    }
}
