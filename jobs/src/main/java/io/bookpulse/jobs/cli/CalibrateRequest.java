package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.nio.file.Path;
import java.util.List;

/**
 * Thresholds to find.
 *
 * @param inputs quiet history, at least one
 * @param output the calibration file to write
 * @param instruments the instruments of the input that are used
 * @param configuration the effective configuration, with the rates that are asked
 * @param parallelism subtasks an operator
 */
public record CalibrateRequest(
        List<FeedInput> inputs,
        Path output,
        InstrumentPattern instruments,
        LoadedConfiguration<BookpulseConfiguration> configuration,
        int parallelism) {
    /** Copies the list. */
    public CalibrateRequest {
        inputs = List.copyOf(inputs);
    }
}
