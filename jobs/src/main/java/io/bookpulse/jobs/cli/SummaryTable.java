package io.bookpulse.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text in columns: the first column to the left, numbers to the right. */
public final class SummaryTable {
    private final List<String[]> rows = new ArrayList<>();

    /** Adds a row. */
    public SummaryTable row(String... cells) {
        rows.add(cells.clone());
        return this;
    }

    /** Adds a row of a name and a count with thousands separated. */
    public SummaryTable count(String name, long count) {
        return row(name, number(count));
    }

    /** Adds an empty line. */
    public SummaryTable gap() {
        return row();
    }

    /** A count as people read it: {@code 1,234,567}. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The rows as lines, each ended. */
    public String render() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String blanks = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : "  ");
                line.append(isNumber(row[i]) ? blanks + row[i] : row[i] + blanks);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return widths;
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && cell.chars().allMatch(c -> "0123456789.,+-%".indexOf(c) >= 0);
    }
}
