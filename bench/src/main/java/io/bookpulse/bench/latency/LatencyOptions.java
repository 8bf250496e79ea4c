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
 * @param parallelism subtasks and partitions
 * @param watermarkInterval time between watermarks
 * @param maximumEvents events by which the maximum load is found
 * @param loads shares of the maximum load, in percent
 * @param seconds length of each load; its first half warms up
 */
public record LatencyOptions(
        PipelineParameters pipeline,
        Path configFolder,
        int parallelism,
        Duration watermarkInterval,
        long maximumEvents,
        List<Integer> loads,
        int seconds) {
    /** Checks the ranges. */
    public LatencyOptions {
        Checks.atLeast(1, parallelism, "parallelism");
        Checks.atLeast(1, watermarkInterval.toMillis(), "watermarkInterval (ms)");
        Checks.atLeast(1_000, maximumEvents, "maximumEvents");
        Checks.atLeast(2, seconds, "seconds");
        loads = List.copyOf(loads);
    }
}
