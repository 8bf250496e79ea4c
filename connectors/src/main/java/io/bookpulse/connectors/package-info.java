/**
 * How Bookpulse meets the world: files, Kafka and Parquet, as Flink sources and sinks. The bytes
 * themselves are the codec's business. Whatever a user can do wrong ends in one sentence, a {@link
 * io.bookpulse.connectors.ConnectorException}, before a job starts.
 */
@NullMarked
package io.bookpulse.connectors;

import org.jspecify.annotations.NullMarked;
