package io.bookpulse.bench.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bookpulse.core.detector.BocpdParameters;
import io.bookpulse.evaluation.changepoint.BocpdSeries;
import io.bookpulse.evaluation.changepoint.ChangePointScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A series of the Turing Change Point Dataset, what its annotators marked, and what is found in it.
 *
 * @param name its name there
 * @param length how many values it has
 * @param annotations what each annotator marked, indices from 0
 * @param found what was found, indices from 0
 */
public record AnnotatedSeries(
        String name, int length, List<List<Integer>> annotations, List<Integer> found) {
    /** Distance at which two change points are the same: that of the dataset's authors. */
    public static final int MARGIN = 5;

    private static final List<String> NAMES = List.of("nile", "well_log");

    /** Copies the lists. */
    public AnnotatedSeries {
        annotations = annotations.stream().map(List::copyOf).toList();
        found = List.copyOf(found);
    }

    /** The series in a folder, with what Bayesian online detection finds; none without a folder. */
    public static List<AnnotatedSeries> in(Path folder) throws IOException {
        List<AnnotatedSeries> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            ObjectMapper json = new ObjectMapper();
            JsonNode marked = json.readTree(folder.resolve("annotations.json").toFile());
            for (String name : NAMES) {
                Path file = folder.resolve("datasets_" + name + "_" + name + ".json");
                JsonNode raw = json.readTree(file.toFile()).at("/series/0/raw");
                all.add(of(name, numbers(raw), marked.get(name)));
            }
        }
        return all;
    }

    private static AnnotatedSeries of(String name, double[] values, JsonNode marked) {
        List<List<Integer>> annotations = new ArrayList<>();
        for (JsonNode annotator : marked) {
            List<Integer> points = new ArrayList<>();
            annotator.forEach(point -> points.add(point.asInt()));
            annotations.add(points);
        }
        return new AnnotatedSeries(
                name,
                values.length,
                annotations,
                BocpdSeries.changePoints(values, BocpdParameters.defaults()));
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    /** How well they agree. */
    public ChangePointScore score() {
        return ChangePointScore.of(found, annotations, length, MARGIN);
    }
}
