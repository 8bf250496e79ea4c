package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Where reading begins when there is no checkpoint to resume from.
 *
 * @param point the kind of beginning
 * @param time for {@link Point#TIMESTAMP}: the time from which on records were written
 */
public record KafkaStart(Point point, @Nullable Instant time) implements Serializable {
    /** The kinds of beginnings. */
    public enum Point {
        /** The oldest record that the broker keeps. */
        EARLIEST,
        /** Where the consumer group stood, or the oldest record if it is new. */
        COMMITTED,
        /** The first record written at or after a time. */
        TIMESTAMP
    }

    /** The oldest record that the broker keeps. */
    public static KafkaStart earliest() {
        return new KafkaStart(Point.EARLIEST, null);
    }

    /** Where the consumer group stood. */
    public static KafkaStart committed() {
        return new KafkaStart(Point.COMMITTED, null);
    }

    /** Reads {@code earliest}, {@code committed} or a time such as {@code 2024-08-08T00:00:00Z}. */
    public static KafkaStart parse(String text) {
        return switch (text) {
            case "earliest" -> earliest();
            case "committed" -> committed();
            default -> new KafkaStart(Point.TIMESTAMP, time(text));
        };
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ConnectorException(
                    "The start '"
                            + text
                            + "' is neither earliest, committed nor a time such as"
                            + " 2024-08-08T00:00:00Z.",
                    e);
        }
    }

    /** The connector takes Kafka's enum, which Kafka has deprecated; there is no other way yet. */
    @SuppressWarnings("deprecation")
    OffsetsInitializer offsets() {
        Instant from = time;
        if (point == Point.TIMESTAMP && from != null) {
            return OffsetsInitializer.timestamp(from.toEpochMilli());
        }
        return point == Point.COMMITTED
                ? OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)
                : OffsetsInitializer.earliest();
    }
}
