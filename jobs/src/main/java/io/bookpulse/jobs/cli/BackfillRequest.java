package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.jobs.pipeline.ReadOrder;
import java.util.List;

/**
 * A run over files.
 *
 * @param inputs at least one
 * @param settings what every job is told
 * @param control control records to obey, one JSON text each
 * @param order in which the files are taken
 * @param extent what is wanted
 */
public record BackfillRequest(
        List<FeedInput> inputs,
        JobSettings settings,
        List<String> control,
        ReadOrder order,
        Extent extent) {
    /** Copies the lists. */
    public BackfillRequest {
        inputs = List.copyOf(inputs);
        control = List.copyOf(control);
    }
}
