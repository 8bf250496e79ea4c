package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Spread;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs of a case as a table: medians, with the smallest and largest beside them. */
public final class BenchTable {
    private static final double MEGABYTE = 1 << 20;

    private BenchTable() {}

    /** One row per variant, and the checkpoints. */
    public static SummaryTable of(JobBenchResult result, JobCase jobCase) {
        SummaryTable table =
                new SummaryTable()
                        .row(
                                "",
                                "events/s",
                                "CPU-us/event",
                                "least",
                                "most",
                                "of pass-through",
                                "of plain loop",
                                "bytes/event",
                                "of it after keyBy",
                                "peak heap MB");
        for (Variant variant : Variant.values()) {
            variant(table, result, jobCase, variant);
        }
        return table;
    }

    private static void variant(
            SummaryTable table, JobBenchResult result, JobCase jobCase, Variant variant) {
        Spread cpu = result.cpu(jobCase, variant);
        table.row(
                variant.label(),
                whole(result.spread(jobCase, variant, run -> run.measurement().eventsPerSecond())),
                decimals(cpu.median()),
                decimals(cpu.least()),
                decimals(cpu.most()),
                spread(result.ratio(jobCase, variant, Variant.PASS_THROUGH)),
                spread(result.ratio(jobCase, variant, Variant.PLAIN_LOOP)),
                whole(result.spread(jobCase, variant, run -> run.measurement().bytesPerEvent())),
                whole(
                        result.spread(
                                jobCase, variant, run -> run.measurement().keyedBytesPerEvent())),
                whole(result.spread(jobCase, variant, run -> run.peakHeapBytes() / MEGABYTE)));
    }

    /** What belongs to the case but not into columns: its checkpoints and its memory. */
    public static List<String> notes(JobBenchResult result, JobCase jobCase) {
        List<String> notes = new ArrayList<>();
        CheckpointFigures figures = result.checkpoints(jobCase);
        if (figures != null && figures.count() > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%d checkpoints, all keys changed: synchronous %.0f ms (most %.0f),"
                                    + " write-back before it %.1f ms, end to end %.0f ms",
                            figures.count(),
                            figures.syncMillis().median(),
                            figures.syncMillis().most(),
                            figures.flushMillis(),
                            figures.endToEndMillis().median()));
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "state %.1f MB, %,d bytes an instrument; written for the last"
                                    + " checkpoint %.1f MB",
                            figures.stateBytes() / MEGABYTE,
                            figures.stateBytes() / jobCase.instruments(),
                            figures.writtenBytes() / MEGABYTE));
        }
        StateSize size = result.size(jobCase);
        if (size != null) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "an instrument in the plain loop: live heap %,.0f bytes, all states"
                                    + " serialised %,.0f; half-space trees would add %,.0f;"
                                    + " making them, empty, %.1f us",
                            size.liveBytes(),
                            size.storedBytes(),
                            size.treesBytes(),
                            size.birthMicros()));
        }
        return notes;
    }

    private static String whole(Spread spread) {
        return !Double.isFinite(spread.median())
                ? "-"
                : SummaryTable.number(Math.round(spread.median()));
    }

    /** The median, and from where to where. */
    private static String spread(Spread ratio) {
        return !Double.isFinite(ratio.median())
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f (%.2f-%.2f)",
                        ratio.median(),
                        ratio.least(),
                        ratio.most());
    }

    private static String decimals(double value) {
        return !Double.isFinite(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
