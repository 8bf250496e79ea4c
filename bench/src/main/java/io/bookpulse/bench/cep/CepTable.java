package io.bookpulse.bench.cep;

import io.bookpulse.bench.measure.Spread;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Target;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stretches as a table, and what they say as figures. */
public final class CepTable {
    private static final double MEGABYTE = 1 << 20;
    private static final double KILOBYTE = 1 << 10;
    private static final int TARGET_INSTRUMENTS = 10_000;
    private static final double TARGET_SECONDS = 3_000;

    private CepTable() {}

    /** One row a stretch. */
    public static SummaryTable of(List<CepPoint> points) {
        SummaryTable table =
                new SummaryTable()
                        .row("event time s", "CPU-us/transition", "heap MB", "checkpoint KB");
        for (CepPoint point : points) {
            table.row(
                    decimals(0, point.seconds()),
                    decimals(2, point.microsPerTransition()),
                    decimals(1, point.heapBytes() / MEGABYTE),
                    decimals(1, point.checkpointBytes() / KILOBYTE));
        }
        return table;
    }

    /** Cost, growth, heap and checkpoints of both runs. */
    public static List<Figure> figures(CepResult result, String command) {
        List<Figure> figures = new ArrayList<>();
        List<CepPoint> routed = result.routed();
        if (!routed.isEmpty()) {
            Spread cost = CepResult.cost(routed);
            double seconds = routed.get(routed.size() - 1).seconds();
            boolean asTarget =
                    result.instruments() == TARGET_INSTRUMENTS && seconds > TARGET_SECONDS;
            if (asTarget) {
                figures.add(Target.CEP_TRANSITION.measured(cost.median(), command));
            }
            figures.add(
                    summary("CEP on the default backend", result.instruments(), routed, command));
            figures.add(
                    Figure.plain(
                            "CEP, cost a market event",
                            String.format(
                                    Locale.ROOT,
                                    "%.3f us: %.2f %% of the events of the generated market"
                                            + " are transitions",
                                    cost.median() * result.transitionsPerEvent(),
                                    100 * result.transitionsPerEvent()),
                            command));
        }
        if (!result.rocksDb().isEmpty()) {
            figures.add(
                    summary(
                            "CEP with all state in RocksDB",
                            result.instruments(),
                            result.rocksDb(),
                            command));
        }
        return figures;
    }

    private static Figure summary(
            String name, int instruments, List<CepPoint> points, String command) {
        List<CepPoint> warm = CepResult.warm(points);
        Spread cost = CepResult.cost(points);
        Spread heap = Spread.of(warm, point -> point.heapBytes() / MEGABYTE);
        Spread state = Spread.of(warm, point -> point.checkpointBytes() / KILOBYTE);
        return Figure.plain(
                String.format(Locale.ROOT, "%s, %,d instruments", name, instruments),
                String.format(
                        Locale.ROOT,
                        "%.2f us a transition (%.2f to %.2f, last quarter %.2f x the first) over"
                                + " %.0f s of event time; heap %.0f to %.0f MB; checkpoint %.0f to"
                                + " %.0f KB",
                        cost.median(),
                        cost.least(),
                        cost.most(),
                        CepResult.growth(points),
                        points.get(points.size() - 1).seconds(),
                        heap.least(),
                        heap.most(),
                        state.least(),
                        state.most()),
                command);
    }

    private static String decimals(int digits, double value) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
