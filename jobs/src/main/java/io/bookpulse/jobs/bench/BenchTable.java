package io.bookpulse.jobs.bench;

import io.bookpulse.jobs.cli.SummaryTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measurements as a table: medians with the smallest and largest beside them. */
public final class BenchTable {
    /** Readers run ahead of the rest by what buffers hold, watermarks come every 200 ms. */
    private static final double LEAST_SECONDS = 1;

    private BenchTable() {}

    /** Whether every measurement lasted long enough for its ends not to matter. */
    public static boolean isTrustworthy(Map<Variant, List<Measurement>> measurements) {
        return measurements.values().stream()
                .flatMap(List::stream)
                .allMatch(measured -> measured.wallNanos() >= LEAST_SECONDS * 1e9);
    }

    /** One row per variant, in their order. */
    public static SummaryTable of(Map<Variant, List<Measurement>> measurements) {
        SummaryTable table =
                new SummaryTable()
                        .row("", "events/s", "CPU-us an event", "least", "most", "of pass-through");
        double passThrough =
                median(cpu(measurements.getOrDefault(Variant.PASS_THROUGH, List.of())));
        measurements.forEach(
                (variant, rounds) -> {
                    double[] cpu = cpu(rounds);
                    table.row(
                            variant.label(),
                            SummaryTable.number(
                                    Math.round(
                                            median(
                                                    rounds.stream()
                                                            .mapToDouble(
                                                                    Measurement::eventsPerSecond)
                                                            .sorted()
                                                            .toArray()))),
                            decimals(median(cpu)),
                            decimals(cpu[0]),
                            decimals(cpu[cpu.length - 1]),
                            decimals(median(cpu) / passThrough));
                });
        return table;
    }

    private static double[] cpu(List<Measurement> rounds) {
        return rounds.stream().mapToDouble(Measurement::cpuMicrosPerEvent).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
