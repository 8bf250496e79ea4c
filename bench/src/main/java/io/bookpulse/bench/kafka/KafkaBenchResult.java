package io.bookpulse.bench.kafka;

import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Spread;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of every case, as a table and as figures: medians of the rounds. */
public final class KafkaBenchResult {
    private final Map<KafkaCase, List<KafkaRun>> runs = new LinkedHashMap<>();

    void add(KafkaCase one, KafkaRun run) {
        runs.computeIfAbsent(one, key -> new ArrayList<>()).add(run);
    }

    /** One row a case, in the order in which they are measured. */
    public SummaryTable table() {
        SummaryTable table =
                new SummaryTable()
                        .row("work", "settings", "records/s", "CPU-us", "x usual", "bytes");
        for (KafkaCase one : measured()) {
            table.row(
                    one.work().label(),
                    one.label(),
                    SummaryTable.number(Math.round(perSecond(one).median())),
                    decimals(cpu(one).median()),
                    decimals(ratio(one).median()),
                    decimals(of(one, KafkaRun::bytesPerRecord).median()));
        }
        return table;
    }

    /** One figure a case. */
    public List<Figure> figures(String command) {
        List<Figure> figures = new ArrayList<>();
        for (KafkaCase one : measured()) {
            Spread ratio = ratio(one);
            String beside =
                    one.equals(one.usual())
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", %.2f x the usual (%.2f to %.2f)",
                                    ratio.median(),
                                    ratio.least(),
                                    ratio.most());
            figures.add(
                    Figure.plain(
                            one.name(),
                            String.format(
                                    Locale.ROOT,
                                    "%.2f us of CPU time %s%s; %,.0f/s; %.0f bytes %s",
                                    cpu(one).median(),
                                    one.work().record(),
                                    beside,
                                    perSecond(one).median(),
                                    of(one, KafkaRun::bytesPerRecord).median(),
                                    one.work().bytes()),
                            command));
        }
        return figures;
    }

    private List<KafkaCase> measured() {
        return KafkaCase.ALL.stream().filter(runs::containsKey).toList();
    }

    private Spread cpu(KafkaCase one) {
        return measurements(one, Measurement::cpuMicrosPerEvent);
    }

    private Spread perSecond(KafkaCase one) {
        return measurements(one, Measurement::eventsPerSecond);
    }

    /** Beside the usual case of the same round. */
    private Spread ratio(KafkaCase one) {
        List<KafkaRun> usual = runs.getOrDefault(one.usual(), List.of());
        List<KafkaRun> others = runs.getOrDefault(one, List.of());
        double[] ratios = new double[Math.min(usual.size(), others.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] =
                    others.get(i).measurement().cpuMicrosPerEvent()
                            / usual.get(i).measurement().cpuMicrosPerEvent();
        }
        return Spread.of(ratios);
    }

    private Spread measurements(KafkaCase one, ToDoubleFunction<Measurement> number) {
        return of(one, run -> number.applyAsDouble(run.measurement()));
    }

    private Spread of(KafkaCase one, ToDoubleFunction<KafkaRun> number) {
        return Spread.of(runs.getOrDefault(one, List.of()), number);
    }

    private static String decimals(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
