package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Spread;
import io.bookpulse.bench.report.Figure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Any cases of {@code bench job}, a row each. Targets are not among them: they are measured with
 * more rounds, by the command without lists.
 */
public final class GridFigures {
    private static final double MEGABYTE = 1 << 20;

    private GridFigures() {}

    /** A row for each case that was measured. */
    public static List<Figure> of(JobBenchResult result, String command) {
        return result.cases().stream()
                .filter(jobCase -> !result.hasFailed(jobCase))
                .map(jobCase -> row(result, jobCase, command))
                .toList();
    }

    private static Figure row(JobBenchResult result, JobCase jobCase, String command) {
        return Figure.plain(
                "grid: " + jobCase.label(),
                CostText.of(result, jobCase)
                        + rates(result, jobCase)
                        + checkpoints(result.checkpoints(jobCase)),
                command);
    }

    private static String rates(JobBenchResult result, JobCase jobCase) {
        return String.format(
                Locale.ROOT,
                "; %s x pass-through, %s x plain loop; %s/s",
                digits(result.ratio(jobCase, Variant.PIPELINE, Variant.PASS_THROUGH)),
                digits(result.ratio(jobCase, Variant.PIPELINE, Variant.PLAIN_LOOP)),
                digits(
                        result.spread(
                                jobCase,
                                Variant.PIPELINE,
                                run -> run.measurement().eventsPerSecond())));
    }

    private static String digits(Spread spread) {
        return Figure.digits(spread.median());
    }

    private static String checkpoints(@Nullable CheckpointFigures figures) {
        if (figures == null || figures.count() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "; checkpoint: write-back %.0f ms, synchronous %.0f ms, %.1f MB of state",
                figures.flushMillis(),
                figures.syncMillis().median(),
                figures.stateBytes() / MEGABYTE);
    }
}
