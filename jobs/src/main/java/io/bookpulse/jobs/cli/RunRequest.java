package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaStart;

/**
 * A run over Kafka.
 *
 * @param connection where
 * @param start where to begin reading
 * @param untilEnd whether to stop at what is there when the job starts
 * @param settings what every job is told
 */
public record RunRequest(
        KafkaConnection connection, KafkaStart start, boolean untilEnd, JobSettings settings) {}
