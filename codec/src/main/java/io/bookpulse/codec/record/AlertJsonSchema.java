package io.bookpulse.codec.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * The published JSON Schema (draft 2020-12) of alerts on Kafka, built from {@link
 * RecordSchemas#ALERTS}. The resource {@code alert.schema.json} is its stored copy.
 */
public final class AlertJsonSchema {
    private AlertJsonSchema() {}

    /** Returns the schema as indented JSON text, with a line end. */
    public static String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonRecords.FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(indenter);
            json.setPrettyPrinter(printer);
            schema(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void schema(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.writeStringField("title", RecordSchemas.ALERTS.name());
        json.writeStringField("description", RecordSchemas.ALERTS.meaning());
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        for (Column column : RecordSchemas.ALERTS.columns()) {
            json.writeObjectFieldStart(column.name());
            property(json, column);
            json.writeEndObject();
        }
        json.writeEndObject();
        strings(json, "required", names());
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, Column column) throws IOException {
        String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
        json.writeStringField("description", column.meaning() + unit);
        switch (column.type()) {
            case JSON -> evidence(json);
            case DOUBLE -> strings(json, "type", List.of("number", "null"));
            case OPTIONAL_BOOLEAN -> strings(json, "type", List.of("boolean", "null"));
            case LONG, INT -> json.writeStringField("type", "integer");
            default -> json.writeStringField("type", "string");
        }
        List<String> words = words(column.name());
        if (!words.isEmpty()) {
            strings(json, "enum", words);
        }
    }

    private static void evidence(JsonGenerator json) throws IOException {
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart("name");
        json.writeStringField("type", "string");
        json.writeEndObject();
        for (String number : List.of("value", "baseline", "threshold")) {
            json.writeObjectFieldStart(number);
            strings(json, "type", List.of("number", "null"));
            json.writeEndObject();
        }
        json.writeObjectFieldStart("contribution");
        json.writeStringField("type", "number");
        json.writeEndObject();
        json.writeEndObject();
        strings(json, "required", List.of("name", "value", "baseline", "threshold"));
        json.writeEndObject();
    }

    private static List<String> words(String column) {
        return switch (column) {
            case "type" -> Arrays.stream(AlertType.values()).map(AlertType::word).toList();
            case "phase" -> Arrays.stream(Phase.values()).map(Enum::name).toList();
            case "severity" -> Arrays.stream(Severity.values()).map(Enum::name).toList();
            default -> List.of();
        };
    }

    private static List<String> names() {
        return RecordSchemas.ALERTS.columns().stream().map(Column::name).toList();
    }

    private static void strings(JsonGenerator json, String field, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
