package io.bookpulse.evaluation.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.detector.BocpdParameters;
import io.bookpulse.testkit.RealData;
import io.bookpulse.testkit.RequiresRealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Series in which several people marked change points: the figures of docs/catalogue. */
@RequiresRealData
class AnnotatedSeriesTest {
    private static final int MARGIN = 5;

    /** Three of five annotators mark 1899, index 28; two mark nothing. */
    @Test
    void findsTheOneChangeOfTheNile() throws IOException {
        assertThat(found("nile")).isEqualTo(List.of(28));
        check("nile", new ChangePointScore(1, 1, 0.888));
    }

    @Test
    void findsMostChangesOfTheWellLog() throws IOException {
        assertThat(found("well_log"))
                .isEqualTo(List.of(173, 202, 238, 281, 311, 343, 402, 432, 462, 612, 657));
        check("well_log", new ChangePointScore(0.75, 0.6456, 0.7078));
    }

    private static List<Integer> found(String name) throws IOException {
        return BocpdSeries.changePoints(series(name), BocpdParameters.defaults());
    }

    private static void check(String name, ChangePointScore expected) throws IOException {
        int length = series(name).length;
        ChangePointScore score =
                ChangePointScore.of(found(name), annotations(name), length, MARGIN);
        assertThat(score.precision()).isCloseTo(expected.precision(), within(1e-4));
        assertThat(score.recall()).isCloseTo(expected.recall(), within(1e-4));
        assertThat(score.covering()).isCloseTo(expected.covering(), within(1e-4));
    }

    private static double[] series(String name) throws IOException {
        String text =
                Files.readString(
                        RealData.path("changepoint_tcpd/datasets_" + name + "_" + name + ".json"));
        text = text.substring(text.indexOf("\"series\""));
        Matcher raw = Pattern.compile("\"raw\"\\s*:\\s*\\[([^\\]]*)]").matcher(text);
        assertThat(raw.find()).isTrue();
        return Arrays.stream(raw.group(1).split(","))
                .mapToDouble(value -> Double.parseDouble(value.strip()))
                .toArray();
    }

    private static List<List<Integer>> annotations(String name) throws IOException {
        String text = Files.readString(RealData.path("changepoint_tcpd/annotations.json"));
        Matcher section = Pattern.compile("\"" + name + "\"\\s*:\\s*\\{([^}]*)}").matcher(text);
        assertThat(section.find()).isTrue();
        Matcher marked = Pattern.compile("\\[([^\\]]*)]").matcher(section.group(1));
        List<List<Integer>> annotations = new ArrayList<>();
        while (marked.find()) {
            List<Integer> points = new ArrayList<>();
            for (String point : marked.group(1).split(",")) {
                if (!point.isBlank()) {
                    points.add(Integer.parseInt(point.strip()));
                }
            }
            annotations.add(points);
        }
        assertThat(annotations).hasSize(5);
        return annotations;
    }
}
