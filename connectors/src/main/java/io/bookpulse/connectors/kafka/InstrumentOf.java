package io.bookpulse.connectors.kafka;

import java.io.Serializable;

/** Tells the instrument of a record: its key on Kafka. */
@FunctionalInterface
public interface InstrumentOf<T> extends Serializable {
    /** {@code venue:symbol}, or empty where the record has none. */
    String instrumentOf(T element);
}
