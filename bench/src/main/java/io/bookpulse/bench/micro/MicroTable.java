package io.bookpulse.bench.micro;

import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as Markdown, and as figures. */
public final class MicroTable {
    private static final String JSON = "DecoderBenchmark.binanceJson";
    private static final double NANOS_PER_MICRO = 1e3;

    private MicroTable() {}

    /** A Markdown table. */
    public static String markdown(List<MicroResult> results) {
        StringBuilder table = new StringBuilder("| benchmark | ns/op | +/- | B/op |\n");
        table.append("|---|---:|---:|---:|\n");
        for (MicroResult result : results) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.1f | %.1f | %.1f |%n",
                            result.name(),
                            result.nanos(),
                            result.error(),
                            result.bytes()));
        }
        return table.toString();
    }

    /** One figure a result, and that with a target. */
    public static List<Figure> figures(List<MicroResult> results, String command) {
        List<Figure> figures = new ArrayList<>();
        for (MicroResult result : results) {
            figures.add(
                    Figure.plain(
                            result.name(),
                            String.format(
                                    Locale.ROOT,
                                    "%s ns, %s bytes",
                                    Figure.digits(result.nanos()),
                                    Figure.digits(Math.max(0, Math.rint(result.bytes())))),
                            command));
            if (result.name().equals(JSON)) {
                figures.add(Target.JSON_LINE.measured(result.nanos() / NANOS_PER_MICRO, command));
            }
        }
        return figures;
    }
}
