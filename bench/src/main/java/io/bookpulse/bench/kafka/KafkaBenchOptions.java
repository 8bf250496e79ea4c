package io.bookpulse.bench.kafka;

import io.bookpulse.core.Checks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.nio.file.Path;

/**
 * What to measure.
 *
 * @param pipeline parameters of the pipeline
 * @param configFolder where Flink's {@code config.yaml} lies
 * @param folder where input and checkpoints go
 * @param instruments instruments of the market
 * @param partitions partitions of every topic
 * @param events events of each run
 * @param samples samples of each run that only writes these
 * @param rounds measured rounds, once the process is warm
 */
public record KafkaBenchOptions(
        PipelineParameters pipeline,
        Path configFolder,
        Path folder,
        int instruments,
        int partitions,
        long events,
        long samples,
        int rounds) {
    /** Checks the ranges. */
    public KafkaBenchOptions {
        Checks.atLeast(1, instruments, "instruments");
        Checks.atLeast(1, partitions, "partitions");
        Checks.atLeast(1_000, events, "events");
        Checks.atLeast(1_000, samples, "samples");
        Checks.atLeast(1, rounds, "rounds");
    }
}
