package io.bookpulse.codec.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bookpulse.core.event.Evidence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Evidence as a JSON array of {@code {name, value, baseline, threshold, contribution}}; NaN is
 * null, a contribution that is NaN is left out.
 */
final class EvidenceJson {
    private EvidenceJson() {}

    static String write(Evidence[] evidence) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonRecords.FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (Evidence one : evidence) {
                json.writeStartObject();
                json.writeStringField("name", one.name);
                json.writeFieldName("value");
                JsonRecords.number(json, one.value);
                json.writeFieldName("baseline");
                JsonRecords.number(json, one.baseline);
                json.writeFieldName("threshold");
                JsonRecords.number(json, one.threshold);
                if (!Double.isNaN(one.contribution)) {
                    json.writeNumberField("contribution", one.contribution);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static Evidence[] read(String text) {
        List<Evidence> evidence = new ArrayList<>();
        try (JsonParser json = JsonRecords.FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("evidence is no array");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                evidence.add(one(json));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("evidence is broken: " + e.getMessage(), e);
        }
        return evidence.toArray(new Evidence[0]);
    }

    private static Evidence one(JsonParser json) throws IOException {
        Evidence one = new Evidence();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "name" -> one.name = json.getText();
                case "value" -> one.value = number(json, token);
                case "baseline" -> one.baseline = number(json, token);
                case "threshold" -> one.threshold = number(json, token);
                case "contribution" -> one.contribution = number(json, token);
                default -> json.skipChildren();
            }
        }
        return one;
    }

    private static double number(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
    }
}
