package io.bookpulse.connectors.parquet;

import java.io.Serializable;

/** Tells the event time of a record: it decides the record's folder. */
@FunctionalInterface
public interface EventTime<T> extends Serializable {
    /** Event time, ns since epoch UTC, negative where the record has none. */
    long nanosOf(T element);
}
