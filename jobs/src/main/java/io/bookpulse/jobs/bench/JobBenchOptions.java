package io.bookpulse.jobs.bench;

import io.bookpulse.core.Checks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param pipeline parameters of the pipeline
 * @param events events of each run, at least 1,000
 * @param instruments instruments that they are spread over
 * @param parallelism subtasks
 * @param heapState the heap backend instead of RocksDB
 * @param rounds measured rounds after the one that warms up
 */
public record JobBenchOptions(
        PipelineParameters pipeline,
        long events,
        int instruments,
        int parallelism,
        boolean heapState,
        int rounds) {

    /** Checks the ranges. */
    public JobBenchOptions {
        Checks.atLeast(1_000, events, "events");
        Checks.atLeast(1, instruments, "instruments");
        Checks.atLeast(1, parallelism, "parallelism");
        Checks.atLeast(1, rounds, "rounds");
    }

    /** Checkpoints as in production, every 10 s. */
    Duration checkpointInterval() {
        return Duration.ofSeconds(10);
    }
}
