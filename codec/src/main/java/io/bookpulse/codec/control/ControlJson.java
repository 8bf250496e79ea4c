package io.bookpulse.codec.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bookpulse.codec.model.ModelException;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.codec.text.NearestName;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.core.control.Outcome;
import io.bookpulse.core.stat.XxHash64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Control records as one line of JSON each: the control topic's values, and the lines of a control
 * file. {@code control.schema.json} describes them. Rows of the audit are control records too: so
 * the audit of a run is the control file of its replay, and what was refused is refused there.
 *
 * <p>Strict: unknown and missing members are errors. Stateless and safe for several threads.
 */
public final class ControlJson {
    /** The version of the form that this program reads and writes. */
    public static final int SCHEMA_VERSION = 1;

    private static final List<String> REQUIRED =
            List.of("schema_version", "version", "kind", "instrument", "effective_time_ns");
    private static final List<String> KNOWN =
            List.of(
                    "schema_version",
                    "version",
                    "kind",
                    "instrument",
                    "effective_time_ns",
                    "key",
                    "value",
                    "model",
                    "author",
                    "reason",
                    "control_id",
                    "outcome",
                    "refusal");
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private ControlJson() {}

    /** Returns the published JSON Schema of control records, draft 2020-12. */
    public static String schema() {
        try (var stream = ControlJson.class.getResourceAsStream("control.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("the build left out control.schema.json");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Gives a change the hash of its content as its id, and returns it. */
    public static ControlChange identified(ControlChange change) {
        change.id = XxHash64.hex(XxHash64.hash(write(change)));
        return change;
    }

    /** Writes a change as one line, without its id, which follows from the rest. */
    public static String write(ControlChange change) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", SCHEMA_VERSION);
        root.put("version", change.version);
        root.put("kind", change.kind.word());
        root.put("instrument", change.instrument);
        root.put("effective_time_ns", change.effectiveNanos);
        if (change.kind == ControlKind.MODEL) {
            root.set("model", tree(change.model));
        } else {
            root.put("key", change.key);
        }
        if (change.kind == ControlKind.SET) {
            root.put("value", change.value);
        }
        root.put("author", change.author);
        root.put("reason", change.reason);
        return root.toString();
    }

    /**
     * Reads a record.
     *
     * @throws ControlException if the text is no control record, or the audit of a refused one
     */
    public static ControlChange parse(String text) {
        JsonNode root = tree(text);
        if (!root.isObject()) {
            throw new ControlException("It is no JSON object.");
        }
        checkMembers(root);
        if (Outcome.REFUSED.name().equals(root.path("outcome").asText())) {
            throw new ControlException("It was refused before: " + root.path("refusal").asText());
        }
        ControlChange change = new ControlChange();
        change.version = whole(root, "version");
        change.kind = kind(root);
        change.instrument = text(root, "instrument");
        change.effectiveNanos = whole(root, "effective_time_ns");
        change.author = root.path("author").asText();
        change.reason = root.path("reason").asText();
        switch (change.kind) {
            case SET -> {
                change.key = text(root, "key");
                change.value = text(root, "value");
            }
            case UNSET -> change.key = text(root, "key");
            case MODEL -> model(root.path("model"), change);
        }
        return identified(change);
    }

    private static void model(JsonNode node, ControlChange change) {
        try {
            ModelFile file = ModelFile.parse(node.toString(), "the model");
            file.requireIntact("the model");
            change.key = ControlChange.MODEL_PREFIX + file.kind();
            change.value = file.version();
            change.model = node.toString();
        } catch (ModelException wrong) {
            throw new ControlException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new ControlException(
                    "It is no JSON: it breaks at column "
                            + broken.getLocation().getColumnNr()
                            + ".",
                    broken);
        }
    }

    private static void checkMembers(JsonNode root) {
        for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KNOWN.contains(name)) {
                throw new ControlException(
                        "It has an unknown member "
                                + name
                                + NearestName.among(KNOWN, name)
                                        .map(near -> ", did you mean " + near + "?")
                                        .orElse("."));
            }
        }
        for (String name : REQUIRED) {
            if (!root.has(name)) {
                throw new ControlException("It has no member " + name + ".");
            }
        }
        if (whole(root, "schema_version") != SCHEMA_VERSION) {
            throw new ControlException(
                    "Its schema_version is "
                            + root.path("schema_version")
                            + ", this program reads version "
                            + SCHEMA_VERSION
                            + ".");
        }
    }

    private static ControlKind kind(JsonNode root) {
        String word = text(root, "kind");
        return Arrays.stream(ControlKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ControlException(wrong("kind", word, kinds())));
    }

    private static String kinds() {
        return Arrays.stream(ControlKind.values())
                .map(ControlKind::word)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static long whole(JsonNode root, String name) {
        JsonNode node = root.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
            throw new ControlException(wrong(name, node.toString(), "a whole number from 0"));
        }
        return node.asLong();
    }

    private static String text(JsonNode root, String name) {
        JsonNode node = root.path(name);
        if (!node.isTextual() || node.asText().isBlank() || node.asText().contains("\n")) {
            throw new ControlException(wrong(name, node.toString(), "a text of one line"));
        }
        return node.asText();
    }

    private static String wrong(String name, String found, String allowed) {
        return "Its "
                + name
                + (found.isEmpty() ? " is missing" : " is " + found)
                + ", must be "
                + allowed
                + ".";
    }
}
