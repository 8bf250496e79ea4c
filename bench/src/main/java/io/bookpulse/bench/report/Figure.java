package io.bookpulse.bench.report;

import java.util.Locale;

/**
 * One row of the page on performance.
 *
 * @param name what was measured: a row replaces an older one of the same name
 * @param measured the value with its unit
 * @param must what it must be, or blank
 * @param aim what is aimed at, or blank
 * @param command what measures it again
 */
public record Figure(String name, String measured, String must, String aim, String command) {
    private static final double WHOLE = 100;

    /** A figure that no target is set for. */
    public static Figure plain(String name, String measured, String command) {
        return new Figure(name, measured, "", "", command);
    }

    /** A number with about three digits that say something. */
    public static String digits(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        if (value == Math.rint(value) || Math.abs(value) >= WHOLE) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
