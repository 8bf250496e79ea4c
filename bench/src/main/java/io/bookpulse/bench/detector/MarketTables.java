package io.bookpulse.bench.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.evaluation.matching.TypeScore;
import io.bookpulse.evaluation.study.RateInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The study in generated markets as Markdown and as rows of CSV. */
final class MarketTables {
    private static final String PART = "market";

    private MarketTables() {}

    static String markdown(DetectorBenchOptions options, List<MarketRun> runs) {
        return String.format(
                        Locale.ROOT,
                        "Seed %d; %d instruments for %d min; spreads x %s, depth to %.0f %%.%n%n",
                        options.study().seed(),
                        options.instruments(),
                        options.length().toMinutes(),
                        Markdown.number(DetectorBenchOptions.SPREAD),
                        100 * DetectorBenchOptions.DEPTH)
                + found(runs)
                + "\nAlerts of every type on an instrument and day, with or without cause:\n\n"
                + alerts(runs);
    }

    private static String found(List<MarketRun> runs) {
        Markdown table =
                new Markdown(
                        List.of(
                                "market",
                                "alert",
                                "injected",
                                "found",
                                "recall",
                                "95 % interval",
                                "median delay, s",
                                "90 % within, s",
                                "again on the same",
                                "on nothing",
                                "on nothing, an instrument and day"));
        for (MarketRun run : runs) {
            for (TypeScore score : run.injected()) {
                table.row(
                        run.name(),
                        score.type().word(),
                        Markdown.number(score.truth()),
                        Markdown.number(score.found()),
                        String.format(Locale.ROOT, "%.3f", score.recall()),
                        String.format(
                                Locale.ROOT,
                                "%.3f to %.3f",
                                score.recallInterval().low(),
                                score.recallInterval().high()),
                        Markdown.number(score.delayMedianSeconds()),
                        Markdown.number(score.delayP90Seconds()),
                        Markdown.number(score.duplicates()),
                        Markdown.number(score.falseAlarms()),
                        Markdown.number(score.falseAlarms() / run.instrumentDays()));
            }
        }
        return table.render();
    }

    private static String alerts(List<MarketRun> runs) {
        List<String> heads = new ArrayList<>(List.of("alert"));
        runs.forEach(run -> heads.add(run.name()));
        Markdown table = new Markdown(heads);
        for (AlertType type : AlertType.values()) {
            List<String> cells = new ArrayList<>(List.of(type.word()));
            for (MarketRun run : runs) {
                RateInterval rate = run.perDay(type);
                cells.add(
                        Markdown.number(rate.rate())
                                + " ("
                                + Markdown.interval(rate.low(), rate.high())
                                + ")");
            }
            table.row(cells);
        }
        return table.render();
    }

    static List<Row> rows(List<MarketRun> runs) {
        List<Row> rows = new ArrayList<>();
        for (MarketRun run : runs) {
            for (AlertType type : AlertType.values()) {
                RateInterval rate = run.perDay(type);
                rows.add(
                        Row.of(PART, type.word(), run.name(), 0)
                                .counts(run.instrumentDays(), (double) count(run, type))
                                .rate(rate.rate(), rate.low(), rate.high()));
            }
            for (TypeScore score : run.injected()) {
                rows.add(
                        Row.of(PART, score.type().word() + " recall", run.name(), 1)
                                .counts(score.truth(), score.found())
                                .rate(
                                        score.recall(),
                                        score.recallInterval().low(),
                                        score.recallInterval().high())
                                .delay(score.delayMedianSeconds(), Double.NaN, Double.NaN)
                                .p90(score.delayP90Seconds()));
            }
        }
        return rows;
    }

    private static long count(MarketRun run, AlertType type) {
        return run.alerts().stream().filter(alert -> alert.type == type).count();
    }
}
