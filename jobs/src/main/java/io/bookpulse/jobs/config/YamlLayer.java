package io.bookpulse.jobs.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a YAML text as settings, each with its line. Nested and dotted keys mean the same. */
final class YamlLayer {
    private static final YAMLFactory YAML =
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String name;
    private final List<Setting> settings = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private YamlLayer(String name) {
        this.name = name;
    }

    /** Reads a text; {@code name} is what its settings' origins begin with. */
    static ConfigLayer read(String text, String name) {
        YamlLayer layer = new YamlLayer(name);
        try (JsonParser parser = YAML.createParser(text)) {
            layer.document(parser);
        } catch (JsonProcessingException broken) {
            String line =
                    broken.getLocation() == null ? "" : ":" + broken.getLocation().getLineNr();
            String message = "not readable as YAML: " + firstLine(broken.getOriginalMessage());
            layer.problems.add(new ConfigProblem("YAML", "", name + line, message));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
        return new ConfigLayer(layer.settings, layer.problems);
    }

    private void document(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            section(parser, "");
        } else if (first != null && !parser.getText().isBlank()) {
            problem(parser, "YAML", "must be a tree of keys and values");
        }
    }

    private void section(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String key = path.isEmpty() ? name : path + "." + name;
            value(parser, key);
        }
    }

    private void value(JsonParser parser, String key) throws IOException {
        JsonToken token = parser.nextToken();
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
            section(parser, key);
        } else if (token == JsonToken.START_ARRAY) {
            settings.add(new Setting(key, list(parser, key), name + ":" + line));
        } else if (token == JsonToken.VALUE_NULL || parser.getText().isBlank()) {
            problem(parser, key, "has no value");
        } else {
            settings.add(new Setting(key, parser.getText(), name + ":" + line));
        }
    }

    private String list(JsonParser parser, String key) throws IOException {
        List<String> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (token.isScalarValue()) {
                items.add(parser.getText());
            } else {
                problem(parser, key, "must be a list of plain values");
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        return "[" + String.join(", ", items) + "]";
    }

    private void problem(JsonParser parser, String key, String message) {
        String origin = name + ":" + parser.currentTokenLocation().getLineNr();
        problems.add(new ConfigProblem(key, "", origin, message));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown fault");
    }
}
