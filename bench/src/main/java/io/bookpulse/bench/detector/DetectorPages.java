package io.bookpulse.bench.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code detectors.md} and {@code detectors.csv}, which one seed gives again to the byte, and
 * {@code detectors-cost.md}, which depends on the machine. What a bench measured replaces the same
 * part of older figures; the text around it stays.
 */
final class DetectorPages {
    static final String PAGE = "detectors.md";
    static final String ROWS = "detectors.csv";
    static final String COST = "detectors-cost.md";

    private DetectorPages() {}

    /** Writes sections into the pages of a folder that has them. */
    static void write(Path folder, Map<Part, String> sections) throws IOException {
        for (Map.Entry<Part, String> section : sections.entrySet()) {
            Path page = folder.resolve(section.getKey() == Part.COST ? COST : PAGE);
            Files.writeString(
                    page,
                    replaced(Files.readString(page), section.getKey(), section.getValue(), page));
        }
    }

    private static String replaced(String text, Part part, String section, Path page)
            throws IOException {
        String begin = "<!-- " + part + " -->";
        String end = "<!-- end of " + part + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no section between " + begin + " and " + end);
        }
        return text.substring(0, from + begin.length())
                + "\n\n"
                + section
                + "\n"
                + text.substring(to);
    }

    /** Writes rows, in the order of the parts; parts that are not among them stay. */
    static void write(Path folder, List<Row> rows) throws IOException {
        Path file = folder.resolve(ROWS);
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        List<String> measured = rows.stream().map(Row::toCsv).toList();
        List<String> lines = new ArrayList<>(List.of(Row.HEADER));
        for (Part part : Part.values()) {
            List<String> mine = of(part, measured);
            lines.addAll(mine.isEmpty() ? of(part, before) : mine);
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static List<String> of(Part part, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(part + ",")).toList();
    }
}
