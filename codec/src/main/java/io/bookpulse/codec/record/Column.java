package io.bookpulse.codec.record;

import io.bookpulse.core.Checks;

/**
 * One column of an output record.
 *
 * @param name snake_case, as in Parquet, Avro and JSON
 * @param unit unit of the values, or empty where they have none
 * @param meaning formula or meaning, in one line
 */
public record Column(String name, ColumnType type, String unit, String meaning) {
    /** Refuses a blank name or meaning. */
    public Column {
        Checks.notBlank(name, "name");
        Checks.notBlank(meaning, "meaning");
    }
}
