package io.bookpulse.bench.job;

import io.bookpulse.core.Checks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param pipeline parameters of the pipeline
 * @param configFolder where Flink's {@code config.yaml} lies
 * @param cases the matrix
 * @param events events of each run, at least 1,000
 * @param rounds measured rounds after the one that warms up
 */
public record JobBenchOptions(
        PipelineParameters pipeline,
        Path configFolder,
        List<JobCase> cases,
        long events,
        int rounds) {
    /** Checks the ranges. */
    public JobBenchOptions {
        Checks.atLeast(1_000, events, "events");
        Checks.atLeast(1, rounds, "rounds");
        Checks.atLeast(1, cases.size(), "cases");
        cases = List.copyOf(cases);
    }
}
