package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.parquet.IfExists;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.model.LoadedModels;
import java.nio.file.Path;

/**
 * What every job is told.
 *
 * @param configuration the effective configuration with its hash
 * @param models the models that it starts with
 * @param output the folder for Parquet
 * @param ifExists what to do with results that are there already
 * @param parallelism subtasks an operator
 */
public record JobSettings(
        LoadedConfiguration<BookpulseConfiguration> configuration,
        LoadedModels models,
        Path output,
        IfExists ifExists,
        int parallelism) {}
