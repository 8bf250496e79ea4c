package io.bookpulse.codec.record;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/**
 * One kind of output record: what {@code bookpulse schema} prints, and what its Avro schema (Kafka,
 * Parquet) is built from.
 *
 * @param name the kind, as in folders and topics: {@code samples}
 * @param meaning one sentence
 * @param columns in stored order
 */
public record RecordSchema(String name, String meaning, List<Column> columns) {
    /** Copies the columns. */
    public RecordSchema {
        columns = List.copyOf(columns);
    }

    /** Builds the Avro schema: record {@code io.bookpulse.<name>}, one field a column. */
    public Schema toAvro() {
        return SchemaBuilder.record(name).namespace("io.bookpulse").fields().endRecord();
    }
}
