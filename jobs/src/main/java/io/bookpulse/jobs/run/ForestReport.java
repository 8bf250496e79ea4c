package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.ForestTraining;
import io.bookpulse.core.anomaly.ForestFit;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.Locale;

/** What the training of an isolation forest tells. */
final class ForestReport {
    private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999};

    private ForestReport() {}

    static void print(ForestFit fit, ForestTraining training, long seen, Console console) {
        IsolationForestModel model = fit.model();
        SummaryTable table =
                new SummaryTable()
                        .count("instruments", training.instruments())
                        .count("samples", seen)
                        .count("  usable", training.samples())
                        .count("  drawn", training.rows())
                        .gap();
        for (int i = 0; i < model.features(); i++) {
            table.row(
                    model.featureName(i),
                    fit.isConstant(i)
                            ? "constant, says nothing"
                            : text("median %.4g, deviation %.4g", model, i));
        }
        table.gap();
        for (double quantile : QUANTILES) {
            table.row(
                    "score quantile " + quantile,
                    String.format(Locale.ROOT, "%.4f", fit.scoreQuantile(quantile)));
        }
        table.row("threshold", String.format(Locale.ROOT, "%.4f", model.threshold()));
        table.row(
                "samples above it a day",
                String.format(
                        Locale.ROOT,
                        "%.1f an instrument, in fewer alerts",
                        training.alarmsPerDay()));
        console.print(table);
    }

    private static String text(String format, IsolationForestModel model, int feature) {
        return String.format(
                Locale.ROOT, format, model.scale().median(feature), model.scale().width(feature));
    }
}
