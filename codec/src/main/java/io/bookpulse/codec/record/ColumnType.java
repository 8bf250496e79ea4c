package io.bookpulse.codec.record;

import org.apache.avro.Schema;

/** The types of output columns, with their Avro form, which Parquet follows. */
public enum ColumnType {
    /** Text, UTF-8. */
    STRING("string"),
    /** 64-bit integer. */
    LONG("int64"),
    /** 64-bit integer or null. */
    OPTIONAL_LONG("int64 or null"),
    /** 32-bit integer. */
    INT("int32"),
    /** 64-bit floating point; NaN, in JSON null, means that the value does not exist. */
    DOUBLE("double"),
    /** List of 64-bit floating point. */
    DOUBLES("list of double"),
    /** List of 64-bit integers. */
    LONGS("list of int64"),
    /** True or false. */
    BOOLEAN("boolean"),
    /** True, false or null. */
    OPTIONAL_BOOLEAN("boolean or null"),
    /** Raw bytes. */
    BYTES("bytes"),
    /** A JSON document as text; in a JSON record the document itself. */
    JSON("JSON");

    private final String word;

    ColumnType(String word) {
        this.word = word;
    }

    /** The type as {@code bookpulse schema} prints it. */
    public String word() {
        return word;
    }

    /** Whether null is a value. */
    boolean isOptional() {
        return this == OPTIONAL_LONG || this == OPTIONAL_BOOLEAN;
    }

    private static Schema optional(Schema.Type type) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(type));
    }

    /** The Avro type. */
    Schema avro() {
        return switch (this) {
            case STRING, JSON -> Schema.create(Schema.Type.STRING);
            case LONG -> Schema.create(Schema.Type.LONG);
            case OPTIONAL_LONG -> optional(Schema.Type.LONG);
            case OPTIONAL_BOOLEAN -> optional(Schema.Type.BOOLEAN);
            case INT -> Schema.create(Schema.Type.INT);
            case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
            case DOUBLES -> Schema.createArray(Schema.create(Schema.Type.DOUBLE));
            case LONGS -> Schema.createArray(Schema.create(Schema.Type.LONG));
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case BYTES -> Schema.create(Schema.Type.BYTES);
        };
    }
}
