package io.bookpulse.jobs.run;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.core.event.Alert;
import io.bookpulse.jobs.cli.BackfillRequest;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.JobSettings;
import io.bookpulse.jobs.cli.SummaryTable;
import io.bookpulse.jobs.pipeline.BoundedJob;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/** Files in, Parquet out: ends with a summary, or leaves nothing behind. */
final class BackfillJob {
    private final BackfillRequest request;
    private final Console console;
    private final Path configFolder;
    private final BoundedJob definition;
    private final PipelineParameters parameters;

    /** Refuses what cannot be computed, before any result of an earlier job is replaced. */
    BackfillJob(BackfillRequest request, Console console, Path configFolder) {
        JobSettings settings = request.settings();
        this.request = request;
        this.console = console;
        this.configFolder = configFolder;
        this.definition =
                new BoundedJob(
                        request.inputs(),
                        request.control(),
                        request.order(),
                        request.extent(),
                        settings.parallelism());
        this.parameters =
                request.extent() == Extent.FEATURES
                        ? Pipelines.forFeatures(
                                settings.configuration(), settings.models(), definition.isSorted())
                        : Pipelines.parameters(
                                settings.configuration(), settings.models(), definition.isSorted());
    }

    void run() throws Exception {
        JobSettings settings = request.settings();
        ParquetOutput output = ParquetOutput.prepare(settings.output(), settings.ifExists());
        boolean finished = false;
        AlertTally alerts = new AlertTally(alert -> {});
        ListenerSink<Alert> listener = ListenerSink.to(alerts);
        long startNanos = System.nanoTime();
        JobClient job =
                definition
                        .define(
                                configFolder,
                                parameters,
                                JobSinks.parquet(output).and(JobSinks.alertsTo(listener)))
                        .executeAsync("bookpulse backfill");
        GracefulStop stop = GracefulStop.cancelling(job);
        try {
            long bytes = request.inputs().stream().mapToLong(FeedInput::storedBytes).sum();
            JobExecutionResult result = JobWatch.await(job, console, "backfill", bytes);
            finished = true;
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            summarise(EventCounts.of(result), alerts, output, seconds);
        } catch (Exception failed) {
            throw stop.explain(failed);
        } finally {
            listener.forget();
            if (finished) {
                output.cleanUp();
            } else {
                output.discard();
            }
            stop.close();
        }
    }

    private void summarise(
            EventCounts counts, AlertTally alerts, ParquetOutput output, double seconds) {
        SummaryTable table = Summaries.events(counts, seconds);
        if (request.extent() == Extent.EVERYTHING) {
            table.gap();
            table.count("alerts", alerts.size());
            alerts.onsetsByType()
                    .forEach((type, count) -> table.count("  onsets of " + type, count));
        }
        table.gap().row("Parquet", output.directory().toString());
        console.print(table);
        Summaries.requireAccounted(counts);
        Summaries.requireAnyUsed(counts);
    }
}
