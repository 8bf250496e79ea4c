package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bookpulse.core.stat.XxHash64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model in its envelope: what kind it is, which features it looks at, what it was trained on. The
 * payload is the kind's own.
 *
 * <pre>
 * {"format": "bookpulse-model", "formatVersion": 1, "kind": "hmm", "version": "16 hex digits",
 *  "features": [...], "trainedFrom": "...Z", "trainedTo": "...Z", "instruments": "*",
 *  "payload": {...}}
 * </pre>
 *
 * <p>The version is the xxHash64 of everything else in the file, so equal models have equal
 * versions. A reader of a kind first checks what the payload says, then calls {@link
 * #requireIntact}: so a file that was edited is refused for what is wrong with it.
 */
public final class ModelFile {
    /** What a file says in {@code format}. */
    public static final String FORMAT = "bookpulse-model";

    /** The one version of the envelope and its payloads that this program reads and writes. */
    public static final int FORMAT_VERSION = 1;

    private final String kind;
    private final List<String> features;
    private final ModelOrigin origin;
    private final ObjectNode payload;
    private final String version;
    private final @Nullable String stated;

    private ModelFile(
            String kind,
            List<String> features,
            ModelOrigin origin,
            ObjectNode payload,
            @Nullable String stated) {
        this.kind = kind;
        this.features = List.copyOf(features);
        this.origin = origin;
        this.payload = payload;
        this.version = XxHash64.hex(XxHash64.hash(content().toString()));
        this.stated = stated;
    }

    /**
     * Returns a model file that is to be written.
     *
     * @param kind one word, such as {@code hmm}
     * @param features names of the features in their order
     * @param origin what it was trained on
     * @param payload the kind's own content; not to be changed afterwards
     */
    public static ModelFile of(
            String kind, List<String> features, ModelOrigin origin, ObjectNode payload) {
        return new ModelFile(kind, features, origin, payload, null);
    }

    /**
     * Reads a file's text; checks the envelope, not the payload.
     *
     * @param name the file's name, with which every message begins
     * @throws ModelException if it is no model file, or of another format version
     */
    public static ModelFile parse(String text, String name) {
        JsonNode root = ModelJson.parse(text, name);
        JsonFields fields = new JsonFields(root, name);
        if (!root.isObject() || !FORMAT.equals(root.path("format").asText())) {
            throw new ModelException(name + " is no Bookpulse model.");
        }
        int formatVersion = fields.integer("formatVersion");
        if (formatVersion != FORMAT_VERSION) {
            throw new ModelException(
                    name
                            + " has model format version "
                            + formatVersion
                            + ", this program reads version "
                            + FORMAT_VERSION
                            + "; train the model again.");
        }
        ModelOrigin origin =
                new ModelOrigin(
                        fields.time("trainedFrom"),
                        fields.time("trainedTo"),
                        fields.text("instruments"));
        return new ModelFile(
                fields.text("kind"),
                fields.texts("features"),
                origin,
                fields.object("payload"),
                fields.text("version"));
    }

    /** One word, such as {@code hmm}. */
    public String kind() {
        return kind;
    }

    /** Names of the features in their order. */
    public List<String> features() {
        return features;
    }

    /** What it was trained on. */
    public ModelOrigin origin() {
        return origin;
    }

    /** The kind's own content; not to be changed. */
    public ObjectNode payload() {
        return payload;
    }

    /** 16 hexadecimal digits: the hash of everything else. */
    public String version() {
        return version;
    }

    /** The model as it is stamped on bars and alerts: {@code hmm:0123456789abcdef}. */
    public String stamp() {
        return kind + ":" + version;
    }

    /**
     * Checks the features.
     *
     * @param expected the only ones that the kind can look at, in their order
     * @throws ModelException if the file has others
     */
    public void requireFeatures(List<String> expected, String name) {
        if (!features.equals(expected)) {
            throw new ModelException(
                    name
                            + " looks at the features "
                            + String.join(", ", features)
                            + "; a model of kind "
                            + kind
                            + " must look at "
                            + String.join(", ", expected)
                            + ".");
        }
    }

    /**
     * Checks that the content is what the version was made of.
     *
     * @throws ModelException if the file was changed after it was written
     */
    public void requireIntact(String name) {
        if (stated != null && !stated.equals(version)) {
            throw new ModelException(
                    name
                            + " was changed after it was written: its content has version "
                            + version
                            + ", it says "
                            + stated
                            + ".");
        }
    }

    /** The file's text, indented, with a line end. */
    public String text() {
        ObjectNode root = content();
        root.put("version", version);
        return ModelJson.print(root);
    }

    private ObjectNode content() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("formatVersion", FORMAT_VERSION);
        root.put("kind", kind);
        features.forEach(root.putArray("features")::add);
        root.put("trainedFrom", origin.from().toString());
        root.put("trainedTo", origin.to().toString());
        root.put("instruments", origin.instruments());
        root.set("payload", payload);
        return root;
    }
}
