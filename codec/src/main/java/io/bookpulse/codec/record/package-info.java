/**
 * Every output record's columns, units and meaning, and its forms in Kafka and Parquet.
 *
 * <p>One source of truth: the Avro schemas, the JSON schema and the printed tables are built from
 * it. Mappers carry core records to these forms and back.
 */
@NullMarked
package io.bookpulse.codec.record;

import org.jspecify.annotations.NullMarked;
