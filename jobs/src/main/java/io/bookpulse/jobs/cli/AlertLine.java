package io.bookpulse.jobs.cli;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Evidence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An alert as a person reads it, on one line. */
public final class AlertLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AlertLine() {}

    /** {@code 00:01:15.300 sim:S0001 spread-spike ONSET MEDIUM score 5.2 over 3.0 ...}. */
    public static String of(Alert alert) {
        StringBuilder line = new StringBuilder(160);
        line.append(TIME.format(instant(alert.detectTimeNanos)));
        line.append(
                String.format(
                        Locale.ROOT,
                        "  %-16s %-24s %-8s %-6s",
                        alert.instrument,
                        alert.type.word(),
                        alert.phase,
                        alert.severity));
        if (!Double.isNaN(alert.score)) {
            line.append(String.format(Locale.ROOT, "  score %.2f", alert.score));
            if (!Double.isNaN(alert.threshold)) {
                line.append(String.format(Locale.ROOT, " over %.2f", alert.threshold));
            }
        }
        if (alert.evidence.length > 0) {
            line.append("  ").append(evidence(alert.evidence[0]));
        }
        if (alert.suppressed > 0) {
            line.append("  (").append(alert.suppressed).append(" suppressed)");
        }
        return line.toString();
    }

    private static String evidence(Evidence evidence) {
        String text = String.format(Locale.ROOT, "%s %.6g", evidence.name, evidence.value);
        return Double.isNaN(evidence.baseline)
                ? text
                : text + String.format(Locale.ROOT, ", usually %.6g", evidence.baseline);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
