package io.bookpulse.codec.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as one JSON object, a member a column: NaN and infinite numbers become null, a JSON
 * column the document itself.
 */
final class JsonRecords {
    static final JsonFactory FACTORY = new JsonFactory();

    private JsonRecords() {}

    static byte[] write(RecordSchema schema, GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (Column column : schema.columns()) {
                json.writeFieldName(column.name());
                value(json, column.type(), record.get(column.name()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads an object; members that are no columns are skipped. */
    static GenericRecord read(RecordSchema schema, Schema avro, byte[] message) {
        GenericData.Record record = new GenericData.Record(avro);
        try (JsonParser json = FACTORY.createParser(message)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException(
                        "a message of " + schema.name() + " is no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                member(json, schema, record);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "a message of " + schema.name() + " is broken: " + e.getMessage(), e);
        }
        for (Column column : schema.columns()) {
            if (record.get(column.name()) == null && !column.type().isOptional()) {
                throw new IllegalArgumentException(
                        "a message of " + schema.name() + " has no " + column.name());
            }
        }
        return record;
    }

    static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private static void value(JsonGenerator json, ColumnType type, @Nullable Object value)
            throws IOException {
        switch (type) {
            case DOUBLE -> number(json, value == null ? Double.NaN : (double) value);
            case LONG -> json.writeNumber(((Number) number(value)).longValue());
            case INT -> json.writeNumber(((Number) number(value)).intValue());
            case OPTIONAL_BOOLEAN -> bool(json, value);
            case JSON -> json.writeRawValue(String.valueOf(value));
            case STRING -> json.writeString(String.valueOf(value));
            default -> throw new IllegalStateException("no JSON form for " + type);
        }
    }

    private static void bool(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean((boolean) value);
        }
    }

    private static Object number(@Nullable Object value) {
        return value == null ? 0 : value;
    }

    private static void member(JsonParser json, RecordSchema schema, GenericData.Record record)
            throws IOException {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        for (Column column : schema.columns()) {
            if (column.name().equals(name)) {
                record.put(name, parsed(json, token, column.type()));
                return;
            }
        }
        json.skipChildren();
    }

    private static @Nullable Object parsed(JsonParser json, JsonToken token, ColumnType type)
            throws IOException {
        return switch (type) {
            case DOUBLE -> token == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
            case OPTIONAL_BOOLEAN ->
                    token == JsonToken.VALUE_NULL ? null : (Object) json.getBooleanValue();
            case LONG -> json.getLongValue();
            case INT -> json.getIntValue();
            case JSON -> document(json);
            default -> json.getText();
        };
    }

    private static String document(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = FACTORY.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
