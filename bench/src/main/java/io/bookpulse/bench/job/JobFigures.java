package io.bookpulse.bench.job;

import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Target;
import io.bookpulse.codec.feed.FeedFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of {@code bench job}: those with a target, and the cost of every case. */
public final class JobFigures {
    private static final int USUAL = 1_000;
    private static final int MANY = 10_000;
    private static final int FEW = 100;
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
        figures.add(Figure.plain(jobCase.label(), costs(jobCase), command));
        if (jobCase.format() != FeedFormat.BOOKPULSE) {
            return;
        }
        if (jobCase.instruments() == USUAL && !jobCase.heap()) {
            usual(jobCase);
        }
        if (jobCase.instruments() == MANY && jobCase.parallelism() == 1) {
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
                    result.ratio(jobCase, Variant.PIPELINE, Variant.PASS_THROUGH).median());
            add(
                    Target.PIPELINE_OVER_PLAIN_LOOP,
                    result.ratio(jobCase, Variant.PIPELINE, Variant.PLAIN_LOOP).median());
            add(
                    Target.MARKET_ALLOCATION,
                    allocation(jobCase, Variant.MARKET)
                            - allocation(jobCase, Variant.PASS_THROUGH));
            JobCase heap = jobCase.withHeap(true);
            if (result.cases().contains(heap)) {
                add(Target.ROCKSDB_OVER_HEAP, result.ratio(jobCase, heap).median());
            }
        }
    }

    private void many(JobCase jobCase) {
        CheckpointFigures checkpoints = result.checkpoints(jobCase);
        if (checkpoints != null && checkpoints.count() > 0) {
            add(
                    jobCase.heap() ? Target.SYNC_HEAP : Target.SYNC_ROCKSDB,
                    checkpoints.syncMillis().median());
        }
        if (jobCase.heap()) {
            return;
        }
        if (checkpoints != null && checkpoints.count() > 0) {
            add(
                    Target.STATE_PER_INSTRUMENT,
                    checkpoints.stateBytes() / KILOBYTE / jobCase.instruments());
        }
        JobCase few = jobCase.withInstruments(FEW);
        if (result.cases().contains(few)) {
            add(Target.MANY_OVER_FEW, result.ratio(jobCase, few).median());
        }
    }

    private double allocation(JobCase jobCase, Variant variant) {
        return result.spread(jobCase, variant, run -> run.measurement().bytesPerEvent()).median();
    }

    private void add(Target target, double value) {
        figures.add(target.measured(value, command));
    }

    private String costs(JobCase jobCase) {
        return String.format(
                Locale.ROOT,
                "pipeline %.2f us an event (%.2f to %.2f), %.0f bytes; market %.2f;"
                        + " plain loop %.2f; pass-through %.2f",
                result.cpu(jobCase, Variant.PIPELINE).median(),
                result.cpu(jobCase, Variant.PIPELINE).least(),
                result.cpu(jobCase, Variant.PIPELINE).most(),
                allocation(jobCase, Variant.PIPELINE),
                result.cpu(jobCase, Variant.MARKET).median(),
                result.cpu(jobCase, Variant.PLAIN_LOOP).median(),
                result.cpu(jobCase, Variant.PASS_THROUGH).median());
    }
}
