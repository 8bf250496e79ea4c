package io.bookpulse.jobs.run;

import io.bookpulse.connectors.kafka.KafkaAdmin;
import io.bookpulse.connectors.kafka.KafkaControlLog;
import io.bookpulse.connectors.kafka.KafkaControlSource;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import io.bookpulse.connectors.kafka.KafkaSinks;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.core.event.Alert;
import io.bookpulse.jobs.cli.AlertLine;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.JobSettings;
import io.bookpulse.jobs.cli.RunRequest;
import io.bookpulse.jobs.cli.SummaryTable;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.Delivery;
import io.bookpulse.jobs.config.KafkaParameters;
import io.bookpulse.jobs.pipeline.ControlInputs;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Kafka in, Kafka and Parquet out, in STREAMING with RocksDB, until it is stopped. */
final class RunJob {
    private final RunRequest request;
    private final Console console;
    private final Path configFolder;
    private final PipelineParameters parameters;

    /** Refuses what cannot be computed, before anything is written. */
    RunJob(RunRequest request, Console console, Path configFolder) {
        this.request = request;
        this.console = console;
        this.configFolder = configFolder;
        JobSettings settings = request.settings();
        this.parameters = Pipelines.parameters(settings.configuration(), settings.models(), false);
    }

    void run() throws Exception {
        KafkaTopics topics = new KafkaTopics(kafka().topicPrefix());
        prepareTopics(topics);
        KafkaControlLog control = KafkaControlLog.read(request.connection(), topics.control());
        JobSettings settings = request.settings();
        ParquetOutput output = ParquetOutput.prepare(settings.output(), settings.ifExists());
        AlertTally alerts = new AlertTally(this::print);
        ListenerSink<Alert> listener = ListenerSink.to(alerts);
        long startNanos = System.nanoTime();
        ScratchFolder checkpoints = ScratchFolder.create("checkpoints");
        JobClient job = start(topics, control, output, listener, checkpoints.path());
        GracefulStop stop = GracefulStop.draining(job);
        try {
            JobExecutionResult result = job.getJobExecutionResult().get();
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            EventCounts counts = EventCounts.of(result);
            SummaryTable table = Summaries.events(counts, seconds);
            table.gap().count("alerts", alerts.size());
            alerts.onsetsByType()
                    .forEach((type, count) -> table.count("  onsets of " + type, count));
            console.print(table.gap().row("Parquet", output.directory().toString()));
            Summaries.requireAccounted(counts);
        } catch (ExecutionException failed) {
            throw stop.explain(failed);
        } finally {
            listener.forget();
            output.cleanUp();
            checkpoints.close();
            stop.close();
        }
    }

    private KafkaParameters kafka() {
        return configuration().kafka();
    }

    private BookpulseConfiguration configuration() {
        return request.settings().configuration().value();
    }

    private void prepareTopics(KafkaTopics topics) {
        try (KafkaAdmin admin = KafkaAdmin.connect(request.connection())) {
            admin.requireTopic(topics.market());
            admin.requireTransactionTimeout(kafka().transactionTimeout());
            admin.createControl(topics);
            admin.createOutputs(topics, kafka().partitions());
        }
    }

    private JobClient start(
            KafkaTopics topics,
            KafkaControlLog control,
            ParquetOutput output,
            ListenerSink<Alert> listener,
            Path checkpoints)
            throws Exception {
        JobSettings settings = request.settings();
        FlinkSettings flink =
                FlinkSettings.streaming(
                                settings.parallelism(), configuration().checkpoint().interval())
                        .withCheckpoints(checkpoints);
        StreamExecutionEnvironment environment = EmbeddedFlink.environment(configFolder, flink);
        KafkaMarketSource source =
                new KafkaMarketSource(
                        request.connection(),
                        List.of(topics.market()),
                        kafka().group(),
                        request.start());
        new MarketPipeline(parameters, sinks(topics, output, listener))
                .define(
                        JobInputs.kafka(
                                environment,
                                source,
                                request.untilEnd(),
                                parameters,
                                configuration().watermark().idleTimeout()),
                        control(environment, topics, control));
        return environment.executeAsync("bookpulse run");
    }

    /** The file's records, then the topic's; with an end of input also these have one. */
    private List<DataStream<String>> control(
            StreamExecutionEnvironment environment, KafkaTopics topics, KafkaControlLog log) {
        List<String> known = new ArrayList<>(request.control());
        known.addAll(log.records());
        return request.untilEnd()
                ? ControlInputs.known(environment, known)
                : ControlInputs.kafka(
                        environment,
                        known,
                        new KafkaControlSource(request.connection(), topics.control(), log.end()));
    }

    private PipelineSinks sinks(
            KafkaTopics topics, ParquetOutput output, ListenerSink<Alert> listener) {
        KafkaSinks sinks =
                new KafkaSinks(request.connection(), kafka().group(), kafka().transactionTimeout());
        return JobSinks.kafka(sinks, topics, kafka().alertDelivery() == Delivery.EXACTLY_ONCE)
                .and(JobSinks.parquet(output))
                .and(JobSinks.alertsTo(listener));
    }

    private void print(Alert alert) {
        if (!console.isQuiet()) {
            console.out().println(AlertLine.of(alert));
            console.out().flush();
        }
    }
}
