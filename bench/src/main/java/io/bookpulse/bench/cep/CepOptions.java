package io.bookpulse.bench.cep;

import io.bookpulse.core.Checks;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param pipeline whose patterns
 * @param configFolder where Flink's {@code config.yaml} lies
 * @param instruments how many, from 600
 * @param eventTime of the run on the default backend
 * @param marks how many stretches it is divided into
 * @param patience wall time after which a run on RocksDB ends; zero for no such run
 */
public record CepOptions(
        PipelineParameters pipeline,
        Path configFolder,
        int instruments,
        Duration eventTime,
        int marks,
        Duration patience) {
    /** Checks the ranges. */
    public CepOptions {
        Checks.inRange(600, 100_000, instruments, "instruments");
        Checks.atLeast(60, eventTime.toSeconds(), "eventTime (s)");
        Checks.inRange(2, 1_000, marks, "marks");
    }
}
