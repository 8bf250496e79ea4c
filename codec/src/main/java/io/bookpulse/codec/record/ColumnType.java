package io.bookpulse.codec.record;

/** The types of output columns, with their Avro and Parquet form. */
public enum ColumnType {
    /** Text, UTF-8. */
    STRING,
    /** 64-bit integer. */
    LONG,
    /** 64-bit integer or null. */
    OPTIONAL_LONG,
    /** 32-bit integer. */
    INT,
    /** 64-bit floating point; NaN means that the value does not exist. */
    DOUBLE,
    /** List of 64-bit floating point. */
    DOUBLES,
    /** Raw bytes. */
    BYTES
}
