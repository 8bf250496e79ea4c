package io.bookpulse.jobs.run;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.regime.hmm.BarFeature;
import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmSelection;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a training of regimes ends with: how well it fits, and what the regimes are. */
final class RegimeReport {
    private RegimeReport() {}

    static void print(
            HmmModel model, List<Bar> bars, @Nullable HmmModel previous, Console console) {
        HmmFit fit = model.fit();
        long instruments = bars.stream().map(bar -> bar.instrument).distinct().count();
        console.print(
                new SummaryTable()
                        .count("instruments", instruments)
                        .count("bars", bars.size())
                        .count("  usable", fit.observations())
                        .count("  sequences", fit.sequences())
                        .row("log-likelihood", number("%.1f", fit.logLikelihood()))
                        .gap());
        SummaryTable selection = new SummaryTable().row("regimes", "log-likelihood", "BIC", "");
        for (HmmSelection tried : fit.selection()) {
            selection.row(
                    String.valueOf(tried.states()),
                    number("%.1f", tried.logLikelihood()),
                    number("%.1f", tried.bic()),
                    tried.states() == model.regimes().size() ? "chosen" : "");
        }
        console.print(selection.gap());
        console.print(regimes(model).gap());
        console.print(transitions(model).gap());
        console.print(covariances(model));
        drift(fit, model, previous, console);
    }

    private static SummaryTable regimes(HmmModel model) {
        SummaryTable table =
                new SummaryTable()
                        .row(
                                "regime",
                                "occupancy",
                                "dwell (bars)",
                                "momentum",
                                "range",
                                "activity");
        for (int k = 0; k < model.regimes().size(); k++) {
            double[] mean = model.originalRegimes().get(k).mean();
            table.row(
                    model.labels().get(k),
                    number("%.1f%%", 100 * model.fit().occupancy().get(k)),
                    number("%.1f", model.chain().expectedDwell(k)),
                    number("%.3g", mean[0]),
                    number("%.3g", mean[1]),
                    number("%.3g", mean[2]));
        }
        return table;
    }

    private static SummaryTable transitions(HmmModel model) {
        SummaryTable table = new SummaryTable();
        List<String> head = new ArrayList<>(List.of("from \\ to"));
        head.addAll(model.labels());
        table.row(head.toArray(new String[0]));
        double[][] transition = model.chain().transition();
        for (int i = 0; i < transition.length; i++) {
            List<String> row = new ArrayList<>(List.of(model.labels().get(i)));
            for (double p : transition[i]) {
                row.add(number("%.4f", p));
            }
            table.row(row.toArray(new String[0]));
        }
        return table;
    }

    private static SummaryTable covariances(HmmModel model) {
        SummaryTable table = new SummaryTable();
        List<String> head = new ArrayList<>(List.of("covariance", ""));
        head.addAll(BarFeature.words());
        table.row(head.toArray(new String[0]));
        List<Gaussian> regimes = model.originalRegimes();
        for (int k = 0; k < regimes.size(); k++) {
            double[][] covariance = regimes.get(k).covariance();
            for (int i = 0; i < covariance.length; i++) {
                List<String> row = new ArrayList<>();
                row.add(i == 0 ? model.labels().get(k) : "");
                row.add(BarFeature.words().get(i));
                for (double value : covariance[i]) {
                    row.add(number("%.3g", value));
                }
                table.row(row.toArray(new String[0]));
            }
        }
        return table;
    }

    private static void drift(
            HmmFit fit, HmmModel model, @Nullable HmmModel previous, Console console) {
        if (previous == null) {
            return;
        }
        SummaryTable table = new SummaryTable().gap();
        if (fit.drift().isEmpty()) {
            table.row(
                    "The previous model has "
                            + previous.regimes().size()
                            + " regimes: labels are given anew.");
        } else {
            table.row("drift", "Bhattacharyya distance");
            for (int k = 0; k < fit.drift().size(); k++) {
                table.row(model.labels().get(k), number("%.4f", fit.drift().get(k)));
            }
        }
        console.print(table);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
