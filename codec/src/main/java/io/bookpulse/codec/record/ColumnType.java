package io.bookpulse.codec.record;

import org.apache.avro.Schema;

/** The types of output columns, with their Avro form, which Parquet follows. */
public enum ColumnType {
    /** Text, UTF-8. */
    STRING("string", Schema.create(Schema.Type.STRING)),
    /** 64-bit integer. */
    LONG("int64", Schema.create(Schema.Type.LONG)),
    /** 64-bit integer or null. */
    OPTIONAL_LONG(
            "int64 or null",
            Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.LONG))),
    /** 32-bit integer. */
    INT("int32", Schema.create(Schema.Type.INT)),
    /** 64-bit floating point; NaN, in JSON null, means that the value does not exist. */
    DOUBLE("double", Schema.create(Schema.Type.DOUBLE)),
    /** List of 64-bit floating point. */
    DOUBLES("list of double", Schema.createArray(Schema.create(Schema.Type.DOUBLE))),
    /** List of 64-bit integers. */
    LONGS("list of int64", Schema.createArray(Schema.create(Schema.Type.LONG))),
    /** True or false. */
    BOOLEAN("boolean", Schema.create(Schema.Type.BOOLEAN)),
    /** Raw bytes. */
    BYTES("bytes", Schema.create(Schema.Type.BYTES)),
    /** A JSON document as text; in a JSON record the document itself. */
    JSON("JSON", Schema.create(Schema.Type.STRING));

    private final String word;
    private final Schema avro;

    ColumnType(String word, Schema avro) {
        this.word = word;
        this.avro = avro;
    }

    /** The type as {@code bookpulse schema} prints it. */
    public String word() {
        return word;
    }

    /** The Avro type. */
    Schema avro() {
        return avro;
    }
}
