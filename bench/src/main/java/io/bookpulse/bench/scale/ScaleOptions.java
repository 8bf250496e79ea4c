package io.bookpulse.bench.scale;

import io.bookpulse.bench.job.JobBenchOptions;
import io.bookpulse.bench.job.JobCase;
import io.bookpulse.codec.feed.FeedFormat;
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
 * @param instruments how many, one after the other; each 1 to 100,000
 * @param events events of each run, at least 1,000
 * @param rounds measured rounds of each run
 */
public record ScaleOptions(
        PipelineParameters pipeline,
        Path configFolder,
        List<Integer> instruments,
        long events,
        int rounds) {
    /** Checks the ranges. */
    public ScaleOptions {
        Checks.atLeast(1_000, events, "events");
        Checks.atLeast(1, rounds, "rounds");
        instruments = List.copyOf(instruments);
    }

    /** A case on RocksDB, binary input. */
    static JobCase jobCase(int instruments, int parallelism) {
        return new JobCase(instruments, parallelism, false, FeedFormat.BOOKPULSE);
    }

    /** The same as the job bench takes it. */
    JobBenchOptions job(JobCase jobCase) {
        return new JobBenchOptions(
                pipeline, configFolder, List.of(jobCase), events, Duration.ZERO, rounds, true);
    }

    /** The same with that many keys on the heap of a subtask. */
    ScaleOptions withLiveKeys(int most) {
        return new ScaleOptions(
                JobBenchOptions.withLiveKeys(pipeline, most),
                configFolder,
                instruments,
                events,
                rounds);
    }
}
