package io.bookpulse.bench.latency;

import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Target;
import io.bookpulse.jobs.cli.SummaryTable;
import io.bookpulse.jobs.config.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Latencies as a table and as figures, the disorder that is waited for subtracted. */
public final class LatencyTable {
    private static final LatencyLoad HALF = new LatencyLoad(50, Delivery.AT_LEAST_ONCE);
    private static final double MEDIAN = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private LatencyTable() {}

    /** One row a load. */
    public static SummaryTable of(List<LatencyResult> results, long disorderMillis) {
        SummaryTable table =
                new SummaryTable()
                        .row(
                                "load",
                                "events/s",
                                "alerts",
                                "p50 ms",
                                "p99 ms",
                                "p999 ms",
                                "most ms",
                                "sender behind ms");
        for (LatencyResult result : results) {
            table.row(
                    result.load().label(),
                    SummaryTable.number(Math.round(result.eventsPerSecond())),
                    SummaryTable.number(result.micros().getTotalCount()),
                    millis(result, MEDIAN, disorderMillis),
                    millis(result, P99, disorderMillis),
                    millis(result, P999, disorderMillis),
                    millis(result, 100, disorderMillis),
                    decimals(result.behindMillis()));
        }
        return table;
    }

    /** One figure a load, and that with a target. */
    public static List<Figure> figures(
            List<LatencyResult> results, long disorderMillis, String command) {
        List<Figure> figures = new ArrayList<>();
        for (LatencyResult result : results) {
            figures.add(
                    Figure.plain(
                            "event to alert, share of the maximum load " + result.load().label(),
                            String.format(
                                    Locale.ROOT,
                                    "p50 %s, p99 %s, p999 %s ms beyond the disorder bound of %d ms"
                                            + " at %,.0f events/s, %d alerts",
                                    millis(result, MEDIAN, disorderMillis),
                                    millis(result, P99, disorderMillis),
                                    millis(result, P999, disorderMillis),
                                    disorderMillis,
                                    result.eventsPerSecond(),
                                    result.micros().getTotalCount()),
                            command));
            if (result.load().equals(HALF)) {
                figures.add(
                        Target.LATENCY_P99.measured(result.millis(P99, disorderMillis), command));
            }
        }
        return figures;
    }

    private static String millis(LatencyResult result, double percentile, long disorderMillis) {
        return decimals(result.millis(percentile, disorderMillis));
    }

    private static String decimals(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }
}
