package io.bookpulse.bench.detector;

import io.bookpulse.evaluation.changepoint.ChangePointScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The annotated series as Markdown and as rows of CSV. */
final class SeriesTables {
    private static final String PART = "series";

    private SeriesTables() {}

    static String markdown(List<AnnotatedSeries> all) {
        Markdown table =
                new Markdown(List.of("series", "values", "precision", "recall", "F1", "covering"));
        for (AnnotatedSeries series : all) {
            ChangePointScore score = series.score();
            table.row(
                    series.name(),
                    Markdown.number(series.length()),
                    Markdown.number(score.precision()),
                    Markdown.number(score.recall()),
                    Markdown.number(score.f1()),
                    Markdown.number(score.covering()));
        }
        StringBuilder text = new StringBuilder(table.render());
        for (AnnotatedSeries series : all) {
            text.append("\n### ").append(series.name()).append("\n\n").append(beside(series));
        }
        return text.toString();
    }

    /** Every index that was found or marked, neighbours within the margin on one line. */
    private static String beside(AnnotatedSeries series) {
        TreeMap<Integer, Integer> marked = new TreeMap<>();
        series.annotations()
                .forEach(points -> points.forEach(at -> marked.merge(at, 1, Integer::sum)));
        Markdown table =
                new Markdown(List.of("found", "marked", "by annotators of " + annotators(series)));
        List<Integer> left = new ArrayList<>(marked.keySet());
        for (int found : series.found()) {
            List<Integer> near =
                    left.stream()
                            .filter(at -> Math.abs(at - found) <= AnnotatedSeries.MARGIN)
                            .toList();
            left.stream()
                    .filter(at -> at < found && !near.contains(at))
                    .forEach(at -> row(table, "-", List.of(at), marked));
            row(table, Integer.toString(found), near, marked);
            left.removeIf(at -> at < found || near.contains(at));
        }
        left.forEach(at -> row(table, "-", List.of(at), marked));
        return table.render();
    }

    private static int annotators(AnnotatedSeries series) {
        return series.annotations().size();
    }

    private static void row(
            Markdown table, String found, List<Integer> near, Map<Integer, Integer> marked) {
        table.row(
                found,
                near.isEmpty() ? "-" : joined(near),
                near.isEmpty() ? "-" : joined(near.stream().map(marked::get).toList()));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static List<Row> rows(List<AnnotatedSeries> all) {
        List<Row> rows = new ArrayList<>();
        for (AnnotatedSeries series : all) {
            ChangePointScore score = series.score();
            int found = series.found().size();
            rows.add(row(series, "F1").counts(series.length(), found).rate(score.f1()));
            rows.add(row(series, "covering").counts(series.length(), found).rate(score.covering()));
        }
        return rows;
    }

    private static Row row(AnnotatedSeries series, String what) {
        return Row.of(PART, "change-point " + what, series.name(), 1);
    }
}
