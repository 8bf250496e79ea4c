package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaStart;
import java.util.List;

/**
 * A run over Kafka.
 *
 * @param connection where
 * @param start where to begin reading
 * @param untilEnd whether to stop at what is there when the job starts
 * @param settings what every job is told
 * @param control control records to obey besides those of the topic, one JSON text each
 */
public record RunRequest(
        KafkaConnection connection,
        KafkaStart start,
        boolean untilEnd,
        JobSettings settings,
        List<String> control) {
    /** Copies the list. */
    public RunRequest {
        control = List.copyOf(control);
    }
}
