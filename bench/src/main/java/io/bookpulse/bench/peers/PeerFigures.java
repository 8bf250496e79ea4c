package io.bookpulse.bench.peers;

import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Spread;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Target;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the peers cost, as a table and as figures. */
public final class PeerFigures {
    private PeerFigures() {}

    /** One row a peer. */
    public static SummaryTable table(Map<Peer, List<Measurement>> measured) {
        SummaryTable table =
                new SummaryTable().row("", "events/s", "CPU-us/event", "least", "most");
        measured.forEach(
                (peer, runs) -> {
                    Spread cpu = Spread.of(runs, Measurement::cpuMicrosPerEvent);
                    table.row(
                            peer.label(),
                            SummaryTable.number(
                                    Math.round(
                                            Spread.of(runs, Measurement::eventsPerSecond)
                                                    .median())),
                            decimals(cpu.median()),
                            decimals(cpu.least()),
                            decimals(cpu.most()));
                });
        return table;
    }

    /** The cost of each, and the ratios that have a target. */
    public static List<Figure> of(Map<Peer, List<Measurement>> measured, String command) {
        List<Figure> figures = new ArrayList<>();
        measured.forEach(
                (peer, runs) ->
                        figures.add(
                                Figure.plain(
                                        peer.label(),
                                        decimals(cpu(runs)) + " us an event",
                                        command)));
        ratio(
                figures,
                Target.OVER_SQL_ROCKSDB,
                measured,
                Peer.SQL_ROCKSDB,
                Peer.PIPELINE_ROCKSDB,
                command);
        ratio(figures, Target.OVER_SQL_HEAP, measured, Peer.SQL_HEAP, Peer.PIPELINE_HEAP, command);
        ratio(figures, Target.OVER_PANDAS, measured, Peer.PANDAS, Peer.BACKFILL, command);
        ratio(figures, Target.OVER_POLARS, measured, Peer.POLARS, Peer.BACKFILL, command);
        ratio(figures, Target.OVER_DUCKDB, measured, Peer.DUCKDB_MEDIAN, Peer.BACKFILL, command);
        return figures;
    }

    private static void ratio(
            List<Figure> figures,
            Target target,
            Map<Peer, List<Measurement>> measured,
            Peer slow,
            Peer fast,
            String command) {
        List<Measurement> over = measured.getOrDefault(slow, List.of());
        List<Measurement> under = measured.getOrDefault(fast, List.of());
        if (!over.isEmpty() && !under.isEmpty()) {
            figures.add(
                    target.measured(
                            cpu(over) / cpu(under),
                            decimals(cpu(over))
                                    + " against "
                                    + decimals(cpu(under))
                                    + " us"
                                    + (fast == Peer.BACKFILL ? cold(measured) : ""),
                            command));
        }
    }

    /** What the same costs as a command, with all of its start. */
    private static String cold(Map<Peer, List<Measurement>> measured) {
        List<Measurement> whole = measured.getOrDefault(Peer.BACKFILL_FEATURES, List.of());
        return whole.isEmpty() ? "" : "; " + decimals(cpu(whole)) + " us as a whole process";
    }

    private static double cpu(List<Measurement> runs) {
        return Spread.of(runs, Measurement::cpuMicrosPerEvent).median();
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
