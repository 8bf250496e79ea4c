package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import java.util.List;

/**
 * A run over files.
 *
 * @param inputs at least one
 * @param settings what every job is told
 * @param control control records to obey, one JSON text each
 */
public record BackfillRequest(List<FeedInput> inputs, JobSettings settings, List<String> control) {
    /** Copies the lists. */
    public BackfillRequest {
        inputs = List.copyOf(inputs);
        control = List.copyOf(control);
    }
}
