package io.bookpulse.jobs.cli;

import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;

/**
 * What {@code bench job} asks for.
 *
 * @param configuration the effective configuration
 * @param events events of each run
 * @param instruments instruments that they are spread over
 * @param parallelism subtasks of each operator
 * @param rounds measured rounds
 * @param heap whether state is kept on the heap instead of RocksDB
 */
public record BenchRequest(
        LoadedConfiguration<BookpulseConfiguration> configuration,
        long events,
        int instruments,
        int parallelism,
        int rounds,
        boolean heap) {}
