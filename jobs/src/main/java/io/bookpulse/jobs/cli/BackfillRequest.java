package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import java.util.List;

/**
 * A run over files.
 *
 * @param inputs at least one
 * @param settings what every job is told
 */
public record BackfillRequest(List<FeedInput> inputs, JobSettings settings) {
    /** Copies the list. */
    public BackfillRequest {
        inputs = List.copyOf(inputs);
    }
}
