package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one object of a model file. Each method returns the field as its type, or throws a
 * {@link ModelException} that names the file and the field. Numbers must be finite.
 */
public final class JsonFields {
    private final JsonNode object;
    private final String name;

    /**
     * Reads an object.
     *
     * @param object the object
     * @param name the file's name, with which every message begins
     */
    public JsonFields(JsonNode object, String name) {
        this.object = object;
        this.name = name;
    }

    /** A text. */
    public String text(String field) {
        JsonNode node = object.path(field);
        if (!node.isTextual() || node.asText().isBlank()) {
            throw wrong(field, node, "a text");
        }
        return node.asText();
    }

    /** A list of texts, not empty. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : array(field, object.path(field))) {
            if (!node.isTextual() || node.asText().isBlank()) {
                throw wrong(field, node, "texts");
            }
            texts.add(node.asText());
        }
        return texts;
    }

    /** A whole number of 32 bits. */
    public int integer(String field) {
        JsonNode node = object.path(field);
        if (!node.isInt()) {
            throw wrong(field, node, "a whole number");
        }
        return node.asInt();
    }

    /** A whole number of 64 bits. */
    public long whole(String field) {
        JsonNode node = object.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(field, node, "a whole number");
        }
        return node.asLong();
    }

    /** A finite number. */
    public double number(String field) {
        return number(field, object.path(field));
    }

    /** A list of finite numbers, not empty. */
    public double[] numbers(String field) {
        return numbers(field, object.path(field));
    }

    /** A list of lists of finite numbers. */
    public double[][] matrix(String field) {
        return matrix(field, object.path(field));
    }

    /** A list of such matrices. */
    public double[][][] matrices(String field) {
        JsonNode node = array(field, object.path(field));
        double[][][] matrices = new double[node.size()][][];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = matrix(field + "[" + i + "]", node.get(i));
        }
        return matrices;
    }

    /** A time in ISO-8601, UTC. */
    public Instant time(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeParseException noTime) {
            throw wrong(field, object.path(field), "a time such as 2024-08-08T00:00:00Z");
        }
    }

    /** An object. */
    public ObjectNode object(String field) {
        if (object.path(field) instanceof ObjectNode node) {
            return node;
        }
        throw wrong(field, object.path(field), "an object");
    }

    /** The fields of an object inside; messages name its place. */
    public JsonFields in(JsonNode inner, String place) {
        return new JsonFields(inner, name + ": " + place);
    }

    /** The refusal of a field. */
    public ModelException wrong(String field, String problem) {
        return new ModelException(name + ": " + field + " " + problem + ".");
    }

    private double[][] matrix(String path, JsonNode candidate) {
        JsonNode node = array(path, candidate);
        double[][] matrix = new double[node.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = numbers(path + "[" + i + "]", node.get(i));
        }
        return matrix;
    }

    private double[] numbers(String path, JsonNode candidate) {
        JsonNode node = array(path, candidate);
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(path + "[" + i + "]", node.get(i));
        }
        return numbers;
    }

    private double number(String path, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw wrong(path, node, "a finite number");
        }
        return node.asDouble();
    }

    private JsonNode array(String path, JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong(path, node, "a list");
        }
        return node;
    }

    private ModelException wrong(String path, JsonNode node, String allowed) {
        String found = node.isMissingNode() ? "is missing" : "is " + shortened(node.toString());
        return wrong(path, found + ", must be " + allowed);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
