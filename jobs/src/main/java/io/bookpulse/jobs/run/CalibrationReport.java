package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.CalibrationFile;
import io.bookpulse.evaluation.alarm.CalibratedThreshold;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.SummaryTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a calibration tells. */
final class CalibrationReport {
    private CalibrationReport() {}

    static void print(
            CalibrationFile file, List<CalibratedThreshold> found, Path output, Console console) {
        SummaryTable table =
                new SummaryTable()
                        .row("history", file.origin().from() + " to " + file.origin().to())
                        .count("instruments", file.origin().instruments())
                        .count("samples", file.origin().samples())
                        .row("instrument-days", text("%.2f", file.origin().days()))
                        .gap()
                        .row("detector", "asked a day", "threshold", "90 % of its rate");
        for (CalibratedThreshold each : found) {
            String word = each.asked().detector().word();
            String asked = text("%s", each.asked().perDay());
            if (each.isFound()) {
                table.row(
                        word,
                        asked,
                        text("%.4g", each.threshold()),
                        text("%.2f to %.2f", each.lowPerDay(), each.highPerDay()));
            } else {
                table.row(word, asked, "none alarms so often: stays analytic");
            }
        }
        console.print(
                table.gap().row("calibration", file.version()).row("file", output.toString()));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
