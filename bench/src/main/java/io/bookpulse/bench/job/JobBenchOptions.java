package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.core.Checks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param pipeline parameters of the pipeline
 * @param configFolder where Flink's {@code config.yaml} lies
 * @param cases the matrix
 * @param events events of each run, at least 1,000
 * @param leastSpan of the market of each instrument: cases with many instruments have more events
 * @param rounds measured rounds after the one that warms up
 */
public record JobBenchOptions(
        PipelineParameters pipeline,
        Path configFolder,
        List<JobCase> cases,
        long events,
        Duration leastSpan,
        int rounds) {
    /** Checks the ranges. */
    public JobBenchOptions {
        Checks.atLeast(1_000, events, "events");
        Checks.atLeast(1, rounds, "rounds");
        Checks.atLeast(1, cases.size(), "cases");
        cases = List.copyOf(cases);
    }

    /** Events of each run of a case. */
    public long events(JobCase jobCase) {
        double least =
                MarketInputs.eventsPerSecond() * jobCase.instruments() * leastSpan.toSeconds();
        return Math.max(events, (long) least);
    }
}
