package io.bookpulse.bench.latency;

import io.bookpulse.core.Checks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param pipeline parameters of the pipeline, with the disorder that it waits for
 * @param configFolder where Flink's {@code config.yaml} lies
 * @param folder where checkpoints go
 * @param parallelism subtasks and partitions
 * @param watermarkInterval time between watermarks
 * @param checkpointInterval time between checkpoints where alerts wait for one, exactly-once; it is
 *     that of {@code config.yaml} where they do not
 * @param firstRate events a second with which looking for the maximum load begins
 * @param stepSeconds length of each step of it
 * @param loads the loads
 * @param seconds length of each load; its first half warms up
 */
public record LatencyOptions(
        PipelineParameters pipeline,
        Path configFolder,
        Path folder,
        int parallelism,
        Duration watermarkInterval,
        Duration checkpointInterval,
        double firstRate,
        double stepSeconds,
        List<LatencyLoad> loads,
        int seconds) {
    /** Checks the ranges. */
    public LatencyOptions {
        Checks.atLeast(1, parallelism, "parallelism");
        Checks.atLeast(1, watermarkInterval.toMillis(), "watermarkInterval (ms)");
        Checks.atLeast(10, checkpointInterval.toMillis(), "checkpointInterval (ms)");
        Checks.atLeast(2, seconds, "seconds");
        loads = List.copyOf(loads);
    }
}
