package io.bookpulse.jobs.run;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.core.event.Alert;
import io.bookpulse.evaluation.matching.MatchParameters;
import io.bookpulse.evaluation.matching.MatchResult;
import io.bookpulse.evaluation.matching.TruthMatcher;
import io.bookpulse.evaluation.matching.TypeScore;
import io.bookpulse.jobs.cli.AlertLine;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.DemoRequest;
import io.bookpulse.jobs.cli.JobSettings;
import io.bookpulse.jobs.cli.SummaryTable;
import io.bookpulse.jobs.config.DurationText;
import io.bookpulse.jobs.generate.MarketFiles;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.simulation.market.MarketGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole job over a generated market: STREAMING with RocksDB and checkpoints, each alert printed
 * as it is raised, and at the end the alerts beside what was injected.
 */
final class DemoJob {
    /**
     * Minutes of the market pass in the default's 200 ms, and each instrument's alerts of all of
     * them would come in a block; so instruments stay about together.
     */
    private static final long WATERMARK_MILLIS = 10;

    private static final Duration MAX_CHECKPOINT_INTERVAL = Duration.ofSeconds(2);

    private final DemoRequest request;
    private final Console console;
    private final Path configFolder;
    private final PipelineParameters parameters;

    /** Refuses what cannot be computed, before anything is written. */
    DemoJob(DemoRequest request, Console console, Path configFolder) {
        this.request = request;
        this.console = console;
        this.configFolder = configFolder;
        JobSettings settings = request.settings();
        this.parameters = Pipelines.parameters(settings.configuration(), settings.models(), false);
    }

    void run() throws Exception {
        JobSettings settings = request.settings();
        ParquetOutput output = ParquetOutput.prepare(settings.output(), settings.ifExists());
        Path market = Files.createDirectories(output.directory().resolve("market"));
        MarketGenerator generator = MarketGenerator.of(request.market());
        MarketFiles.writeTruth(generator.truth(), market);
        long events = MarketFiles.writeEvents(generator, market, time -> {});
        console.out()
                .printf(
                        Locale.ROOT,
                        "A market of %,d instruments and %s, %,d events, %,d injected; seed %d.%n",
                        request.market().instruments(),
                        DurationText.format(request.market().duration()),
                        events,
                        generator.truth().size(),
                        request.market().seed());
        console.out().flush();
        AlertTally alerts = new AlertTally(this::print);
        ListenerSink<Alert> listener = ListenerSink.to(alerts);
        boolean finished = false;
        long startNanos = System.nanoTime();
        ScratchFolder checkpoints = ScratchFolder.create("checkpoints");
        JobClient job =
                start(market.resolve(MarketFiles.MARKET), output, listener, checkpoints.path());
        GracefulStop stop = GracefulStop.cancelling(job);
        try {
            JobExecutionResult result = job.getJobExecutionResult().get();
            finished = true;
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            summarise(EventCounts.of(result), generator, alerts, seconds);
            where(output);
        } catch (ExecutionException failed) {
            throw stop.explain(failed);
        } finally {
            listener.forget();
            if (finished) {
                output.cleanUp();
            } else {
                output.discard();
            }
            checkpoints.close();
            stop.close();
        }
    }

    private JobClient start(
            Path market, ParquetOutput output, ListenerSink<Alert> listener, Path checkpoints)
            throws Exception {
        JobSettings settings = request.settings();
        FlinkSettings flink =
                FlinkSettings.streaming(settings.parallelism(), checkpointInterval())
                        .withCheckpoints(checkpoints)
                        .withoutRestarts();
        StreamExecutionEnvironment environment = EmbeddedFlink.environment(configFolder, flink);
        environment.getConfig().setAutoWatermarkInterval(WATERMARK_MILLIS);
        List<FeedInput> input = List.of(FeedInputs.parse("bookpulse:" + market));
        new MarketPipeline(parameters, JobSinks.parquet(output).and(JobSinks.alertsTo(listener)))
                .define(JobInputs.files(environment, input, parameters));
        return environment.executeAsync("bookpulse demo");
    }

    /** A bounded job ends with a checkpoint: its reader is not to wait for one of half a minute. */
    private Duration checkpointInterval() {
        Duration configured = request.settings().configuration().value().checkpoint().interval();
        return configured.compareTo(MAX_CHECKPOINT_INTERVAL) < 0
                ? configured
                : MAX_CHECKPOINT_INTERVAL;
    }

    private void print(Alert alert) {
        synchronized (console) {
            console.out().println(AlertLine.of(alert));
            console.out().flush();
        }
    }

    private void summarise(
            EventCounts counts, MarketGenerator generator, AlertTally alerts, double seconds) {
        console.out().println();
        console.print(Summaries.events(counts, seconds));
        console.out().println();
        double instrumentHours =
                request.market().instruments() * (request.market().duration().toMillis() / 3.6e6);
        MatchResult match =
                TruthMatcher.of(MatchParameters.defaults())
                        .match(alerts.onsets(), generator.truth(), instrumentHours);
        SummaryTable table =
                new SummaryTable()
                        .row(
                                "alerts against what was injected",
                                "injected",
                                "found",
                                "missed",
                                "false",
                                "median delay");
        for (TypeScore score : match.scores()) {
            table.row(
                    score.type().word(),
                    SummaryTable.number(score.truth()),
                    SummaryTable.number(score.found()),
                    SummaryTable.number(score.missed()),
                    SummaryTable.number(score.falseAlarms()),
                    Double.isNaN(score.delayMedianSeconds())
                            ? ""
                            : String.format(Locale.ROOT, "%.1f s", score.delayMedianSeconds()));
        }
        console.print(table);
        Summaries.requireAccounted(counts);
    }

    private void where(ParquetOutput output) {
        console.out()
                .printf(
                        "%nParquet: %s%n  duckdb -c \"SELECT type, phase, count(*) FROM '%s/alerts/*/*.parquet' GROUP BY ALL\"%n",
                        output.directory(), output.directory());
        console.out().flush();
    }
}
