package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Spread;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Target;
import io.bookpulse.codec.feed.FeedFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of {@code bench job}: those with a target, and the cost of every case. */
public final class JobFigures {
    private static final double KILOBYTE = 1_024;

    private final JobBenchResult result;
    private final String command;
    private final List<Figure> figures = new ArrayList<>();

    private JobFigures(JobBenchResult result, String command) {
        this.result = result;
        this.command = command;
    }

    /** All that the result can tell. */
    public static List<Figure> of(JobBenchResult result, String command) {
        JobFigures figures = new JobFigures(result, command);
        result.cases().forEach(figures::add);
        return figures.figures;
    }

    private void add(JobCase jobCase) {
        figures.add(Figure.plain(jobCase.label(), CostText.of(result, jobCase), command));
        if (jobCase.format() != FeedFormat.BOOKPULSE) {
            return;
        }
        if (jobCase.instruments() == JobGrid.USUAL && !jobCase.heap()) {
            usual(jobCase);
        }
        if (jobCase.instruments() == JobGrid.FEW && jobCase.parallelism() == 1 && !jobCase.heap()) {
            size(jobCase);
        }
        if (jobCase.instruments() == JobGrid.MANY && jobCase.parallelism() == 1) {
            many(jobCase);
        }
    }

    private void usual(JobCase jobCase) {
        if (jobCase.parallelism() == 2) {
            double rate =
                    result.spread(
                                    jobCase,
                                    Variant.PIPELINE,
                                    run -> run.measurement().eventsPerSecond())
                            .median();
            add(Target.EVENTS_PER_SECOND, rate);
        } else if (jobCase.parallelism() == 1) {
            add(
                    Target.PIPELINE_OVER_PASS_THROUGH,
                    result.ratio(jobCase, Variant.PIPELINE, Variant.PASS_THROUGH));
            add(
                    Target.PIPELINE_OVER_PLAIN_LOOP,
                    result.ratio(jobCase, Variant.PIPELINE, Variant.PLAIN_LOOP));
            add(
                    Target.MARKET_ALLOCATION,
                    keyed(jobCase, Variant.MARKET) - keyed(jobCase, Variant.PASS_THROUGH));
            JobCase heap = jobCase.withHeap(true);
            if (result.cases().contains(heap)) {
                add(Target.ROCKSDB_OVER_HEAP, result.ratio(jobCase, heap));
            }
        }
    }

    private void many(JobCase jobCase) {
        CheckpointFigures checkpoints = result.checkpoints(jobCase);
        if (checkpoints != null && checkpoints.count() > 0) {
            figures.add(
                    (jobCase.heap() ? Target.SYNC_HEAP : Target.SYNC_ROCKSDB)
                            .measured(
                                    checkpoints.syncMillis().median(),
                                    String.format(
                                            Locale.ROOT,
                                            "write-back before it %.0f ms",
                                            checkpoints.flushMillis()),
                                    command));
        }
        if (jobCase.heap()) {
            return;
        }
        JobCase few = jobCase.withInstruments(JobGrid.FEW);
        if (result.cases().contains(few)) {
            add(Target.MANY_OVER_FEW, result.ratio(jobCase, few));
        }
    }

    /** Few instruments have the longest history: their windows are full. */
    private void size(JobCase jobCase) {
        StateSize size = result.size(jobCase);
        if (size != null) {
            figures.add(
                    Target.STATE_PER_INSTRUMENT.measured(
                            (size.storedBytes() + size.treesBytes()) / KILOBYTE,
                            String.format(
                                    Locale.ROOT,
                                    "of it half-space trees, off by default, %.1f KB; live heap of"
                                            + " all but these %.1f KB",
                                    size.treesBytes() / KILOBYTE,
                                    size.liveBytes() / KILOBYTE),
                            command));
            figures.add(
                    Figure.plain(
                            "a new instrument, its empty states",
                            String.format(Locale.ROOT, "%.1f us", size.birthMicros()),
                            command));
        }
    }

    private double keyed(JobCase jobCase, Variant variant) {
        return result.spread(jobCase, variant, run -> run.measurement().keyedBytesPerEvent())
                .median();
    }

    private void add(Target target, double value) {
        figures.add(target.measured(value, command));
    }

    private void add(Target target, Spread ratio) {
        figures.add(
                target.measured(
                        ratio.median(),
                        Figure.digits(ratio.least()) + " to " + Figure.digits(ratio.most()),
                        command));
    }
}
