package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.core.stat.XxHash64;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Thresholds that were found on quiet history, and how.
 *
 * <pre>
 * {"format": "bookpulse-calibration", "formatVersion": 1, "version": "16 hex digits",
 *  "history": {"from", "to", "instruments", "samples", "inputHash", "detectorHash", ...},
 *  "thresholds": [{"detector", "falseAlarmsPerSymbolDay", "threshold", "method", ...}]}
 * </pre>
 *
 * <p>The version is the xxHash64 of everything else. The dates are those of the history; the file
 * says nothing about the time at which it was written, so the same history gives the same file.
 *
 * @param origin what it was made of
 * @param entries the thresholds, one a detector, not empty
 */
public record CalibrationFile(CalibrationOrigin origin, List<CalibrationEntry> entries) {
    /** What a file says in {@code format}. */
    public static final String FORMAT = "bookpulse-calibration";

    /** The one version that this program reads and writes. */
    public static final int FORMAT_VERSION = 1;

    /** Copies the list. */
    public CalibrationFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file's text.
     *
     * @param name the file's name, with which every message begins
     * @throws ModelException if it cannot be used
     */
    public static CalibrationFile parse(String text, String name) {
        JsonNode root = ModelJson.parse(text, name);
        JsonFields fields = new JsonFields(root, name);
        if (!root.isObject() || !FORMAT.equals(root.path("format").asText())) {
            throw new ModelException(name + " is no Bookpulse calibration.");
        }
        int version = fields.integer("formatVersion");
        if (version != FORMAT_VERSION) {
            throw new ModelException(
                    name
                            + " has calibration format version "
                            + version
                            + ", this program reads version "
                            + FORMAT_VERSION
                            + "; calibrate again.");
        }
        JsonFields history = fields.in(fields.object("history"), "history");
        CalibrationFile file =
                new CalibrationFile(CalibrationOrigin.read(history), entries(root, fields));
        file.requireIntact(fields.text("version"), name);
        return file;
    }

    private static List<CalibrationEntry> entries(JsonNode root, JsonFields fields) {
        if (!(root.path("thresholds") instanceof ArrayNode array) || array.isEmpty()) {
            throw fields.wrong("thresholds", "must be a list");
        }
        List<CalibrationEntry> entries = new ArrayList<>();
        Set<RatedDetector> seen = EnumSet.noneOf(RatedDetector.class);
        for (int i = 0; i < array.size(); i++) {
            CalibrationEntry entry =
                    CalibrationEntry.read(fields.in(array.get(i), "thresholds[" + i + "]"));
            if (!seen.add(entry.detector())) {
                throw fields.wrong("thresholds", "names " + entry.detector().word() + " twice");
            }
            entries.add(entry);
        }
        return entries;
    }

    private void requireIntact(String stated, String name) {
        if (!stated.equals(version())) {
            throw new ModelException(
                    name
                            + " was changed after it was written: its content has version "
                            + version()
                            + ", it says "
                            + stated
                            + ".");
        }
    }

    /** 16 hexadecimal digits: the hash of everything else. */
    public String version() {
        return XxHash64.hex(XxHash64.hash(content().toString()));
    }

    /** The file's text, indented, with a line end. */
    public String text() {
        ObjectNode root = content();
        root.put("version", version());
        return ModelJson.print(root);
    }

    private ObjectNode content() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("formatVersion", FORMAT_VERSION);
        origin.write(root.putObject("history"));
        ArrayNode array = root.putArray("thresholds");
        entries.forEach(entry -> entry.write(array.addObject()));
        return root;
    }
}
