package io.bookpulse.codec.record;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

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

    /**
     * Builds the Avro schema: record {@code io.bookpulse.<name>}, hyphens as underscores, one field
     * a column.
     */
    public Schema toAvro() {
        List<Schema.Field> fields = new ArrayList<>();
        for (Column column : columns) {
            String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
            fields.add(
                    new Schema.Field(
                            column.name(),
                            column.type().avro(),
                            column.meaning() + unit,
                            column.type().isOptional() ? Schema.Field.NULL_DEFAULT_VALUE : null));
        }
        return Schema.createRecord(name.replace('-', '_'), meaning, "io.bookpulse", false, fields);
    }
}
