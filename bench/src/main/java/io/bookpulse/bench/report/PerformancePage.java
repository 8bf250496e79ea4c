package io.bookpulse.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code docs/performance.md}: one Markdown table between two marks, whose rows are replaced as
 * they are measured again; the text around it stays. Rows with a target come first, in the order of
 * the targets, measured or not, on a page that has one of them; the others follow as they came.
 */
public final class PerformancePage {
    static final String BEGIN = "<!-- figures -->";
    static final String END = "<!-- end of figures -->";

    private static final String HEAD =
            "| figure | must | aim | measured | command | machine |\n|---|---|---|---|---|---|\n";

    private PerformancePage() {}

    /** Writes the figures into the page; {@code machine} is stamped on each. */
    public static void record(Path page, List<Figure> figures, String machine) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no table between " + BEGIN + " and " + END);
        }
        int from = begin + BEGIN.length();
        Map<String, String> known = rows(text.substring(from, end));
        for (Figure figure : figures) {
            known.put(figure.name(), row(figure, machine));
        }
        Map<String, String> rows = new LinkedHashMap<>();
        if (Arrays.stream(Target.values()).anyMatch(each -> known.containsKey(each.figure()))) {
            for (Target target : Target.values()) {
                rows.put(
                        target.figure(),
                        known.getOrDefault(target.figure(), row(target.open(), "")));
            }
        }
        known.forEach(rows::putIfAbsent);
        StringBuilder table = new StringBuilder(HEAD);
        rows.values().forEach(row -> table.append(row).append('\n'));
        Files.writeString(
                page, text.substring(0, from) + "\n\n" + table + "\n" + text.substring(end));
    }

    private static Map<String, String> rows(String table) {
        Map<String, String> rows = new LinkedHashMap<>();
        table.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .forEach(line -> rows.put(line.split("\\|", 3)[1].strip(), line));
        return rows;
    }

    private static String row(Figure figure, String machine) {
        return "| "
                + String.join(
                        " | ",
                        figure.name(),
                        figure.must(),
                        figure.aim(),
                        figure.measured(),
                        "`" + figure.command() + "`",
                        machine)
                + " |";
    }
}
