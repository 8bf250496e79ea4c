package io.bookpulse.bench.detector;

import io.bookpulse.evaluation.study.QuietResult;
import io.bookpulse.evaluation.study.RateInterval;
import io.bookpulse.evaluation.study.ShiftResult;
import io.bookpulse.evaluation.study.StreamKind;
import io.bookpulse.evaluation.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The study on streams of noise as Markdown and as rows of CSV. */
final class NoiseTables {
    private static final String PART = "noise";

    private NoiseTables() {}

    static String markdown(NoiseResults results) {
        StringBuilder text = new StringBuilder(conditions(results.parameters()));
        text.append("\n### Without a change\n\n").append(quiet(results));
        for (StreamKind kind : StreamKind.values()) {
            text.append("\n### With a change: ").append(kind.label()).append("\n\n");
            text.append(shifted(results, kind));
        }
        return text.toString();
    }

    private static String conditions(StudyParameters p) {
        return String.format(
                Locale.ROOT,
                "Seed %d; %s false alarms a day asked for; %d quiet days and %d trials of each"
                        + " kind; %,d s of warm-up; found = alarmed within %d s of the change.%n",
                p.seed(),
                Markdown.number(p.falseAlarmsPerDay()),
                p.quietDays(),
                p.trials(),
                p.warmUp(),
                p.horizon());
    }

    private static String quiet(NoiseResults results) {
        List<String> heads = new ArrayList<>(List.of("detector"));
        for (StreamKind kind : StreamKind.values()) {
            heads.add(kind.label() + ", alarms a day");
            heads.add("run length, s");
        }
        Markdown table = new Markdown(heads);
        int kinds = StreamKind.values().length;
        List<QuietResult> quiet = results.quiet();
        for (int i = 0; i < quiet.size(); i += kinds) {
            List<String> cells = new ArrayList<>(List.of(quiet.get(i).detector()));
            for (QuietResult result : quiet.subList(i, i + kinds)) {
                RateInterval rate = result.perDay();
                cells.add(
                        Markdown.number(rate.rate())
                                + " ("
                                + Markdown.interval(rate.low(), rate.high())
                                + ")");
                cells.add(Markdown.number(result.runLength()));
            }
            table.row(cells);
        }
        return table.render();
    }

    private static String shifted(NoiseResults results, StreamKind kind) {
        List<Double> sizes = results.parameters().sizes();
        List<String> heads = new ArrayList<>(List.of("detector"));
        sizes.forEach(size -> heads.add(change(kind, size)));
        Markdown table = new Markdown(heads);
        List<ShiftResult> shifted =
                results.shifted().stream().filter(result -> result.stream() == kind).toList();
        for (int i = 0; i < shifted.size(); i += sizes.size()) {
            List<String> cells = new ArrayList<>(List.of(shifted.get(i).detector()));
            shifted.subList(i, i + sizes.size()).forEach(result -> cells.add(cell(result)));
            table.row(cells);
        }
        return table.render();
    }

    private static String change(StreamKind kind, double size) {
        return kind == StreamKind.VARIANCE_SHIFT
                ? "deviation x " + Markdown.number(1 + size)
                : Markdown.number(size) + " sd";
    }

    private static String cell(ShiftResult result) {
        String recall = Markdown.percent(result.recall());
        return result.found() == 0
                ? recall
                : recall + ", " + Markdown.number(result.medianDelay()) + " s";
    }

    static List<Row> rows(NoiseResults results) {
        List<Row> rows = new ArrayList<>();
        for (QuietResult r : results.quiet()) {
            RateInterval rate = r.perDay();
            rows.add(
                    Row.of(PART, r.detector(), r.stream().word(), 0)
                            .counts((double) r.samples(), (double) r.alarms())
                            .rate(rate.rate(), rate.low(), rate.high()));
        }
        for (ShiftResult r : results.shifted()) {
            rows.add(
                    Row.of(PART, r.detector(), r.stream().word(), r.size())
                            .counts(r.trials(), r.found())
                            .rate(r.recall(), r.recallInterval().low(), r.recallInterval().high())
                            .delay(r.medianDelay(), r.lowDelay(), r.highDelay())
                            .p90(r.p90Delay()));
        }
        return rows;
    }
}
