package io.bookpulse.bench.detector;

import java.util.List;
import java.util.Locale;

/** A Markdown table, and numbers as its cells. */
final class Markdown {
    private static final double TEN = 10;
    private static final double HUNDRED = 100;

    private final StringBuilder text = new StringBuilder();

    /** A table with those heads; columns after the first are numbers. */
    Markdown(List<String> heads) {
        row(heads);
        text.append("|---").append("|---:".repeat(heads.size() - 1)).append("|\n");
    }

    /** Adds a row. */
    Markdown row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    /** Adds a row. */
    Markdown row(String... cells) {
        return row(List.of(cells));
    }

    /** The table, its last line ended. */
    String render() {
        return text.toString();
    }

    /** A number with two digits that say something; a dash for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return "none";
        }
        double size = Math.abs(value);
        String format = size >= HUNDRED || value == Math.rint(value) ? "%,.0f" : decimals(size);
        return String.format(Locale.ROOT, format, value);
    }

    private static String decimals(double size) {
        return size >= TEN ? "%.1f" : "%.2f";
    }

    /** A share in per cent. */
    static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", HUNDRED * share);
    }

    /** An interval. */
    static String interval(double low, double high) {
        return number(low) + " to " + number(high);
    }
}
