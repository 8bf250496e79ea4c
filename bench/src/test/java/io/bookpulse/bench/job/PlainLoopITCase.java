package io.bookpulse.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertFamily;
import io.bookpulse.core.event.Sample;
import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.jobs.run.Pipelines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pipeline is measured against must not do less than it does. */
class PlainLoopITCase {
    private static final SampleCodec SAMPLES = new SampleCodec();
    private static final AlertCodec ALERTS = new AlertCodec();

    /** What CEP finds; the loop has none. */
    private static final Set<AlertFamily> FOUND_BY_PATTERNS =
            EnumSet.of(AlertFamily.RULES, AlertFamily.PATTERN);

    @TempDir private Path folder;

    @Test
    void computesTheSamplesAndAlertsOfThePipeline() throws Exception {
        PipelineParameters parameters =
                Pipelines.parameters(
                        Configurations.loader(Configurations.DEFAULT_PROFILE)
                                .assignments(
                                        List.of(
                                                "alarm-rate.false-alarms-per-symbol-day=200",
                                                "anomaly.method=half-space-trees",
                                                "anomaly.half-space-trees.window=40",
                                                "anomaly.tail.warm-up=100",
                                                "decision.false-discovery=lord"))
                                .load(),
                        false);
        MarketInput input =
                MarketInputs.write(
                        folder.resolve("files"),
                        FeedFormat.BOOKPULSE,
                        new MarketSize(3, 40_000),
                        1);
        Results loop = new Results();
        new PlainLoop(parameters, input, loop::sample, loop::alert).measure();
        Results pipeline = pipeline(parameters, input);

        assertThat(pipeline.samples().size()).isGreaterThan(2_500);
        assertSame(loop.samples(), pipeline.samples());
        assertSame(loop.alerts(), pipeline.alerts());
        assertThat(pipeline.types())
                .contains(
                        "regime-change",
                        "spread-compression-drift",
                        "change-point",
                        "volume-burst",
                        "anomaly",
                        "ensemble");
        assertThat(pipeline.alerts().toString()).contains("\"fdr_pass\": false");
    }

    /** Whole lists are unreadable: the first row that differs. */
    private static void assertSame(List<String> actual, List<String> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat(actual.get(i)).as("row %d", i).isEqualTo(expected.get(i));
        }
        assertThat(actual.size()).isEqualTo(expected.size());
    }

    private static Results pipeline(PipelineParameters parameters, MarketInput input)
            throws Exception {
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        Path.of("..", "flink-conf"),
                        FlinkSettings.streaming(1, Duration.ofHours(1))
                                .withCheckpoints(input.folder().resolveSibling("checkpoints"))
                                .withoutRestarts());
        Results results = new Results();
        ListenerSink<Sample> samples = ListenerSink.to(results::sample);
        ListenerSink<Alert> alerts = ListenerSink.to(results::alert);
        PipelineSinks sinks =
                new PipelineSinks(
                        stream -> stream.sinkTo(alerts).uid("alerts"),
                        stream -> stream.sinkTo(samples).uid("samples"),
                        stream -> stream.sinkTo(new DiscardingSink<>()).uid("bars"),
                        stream -> stream.sinkTo(new DiscardingSink<>()).uid("rejects"),
                        stream -> stream.sinkTo(new DiscardingSink<>()).uid("late"));
        new MarketPipeline(parameters, sinks)
                .define(JobInputs.files(environment, input.inputs(), parameters));
        environment.execute("pipeline");
        samples.forget();
        alerts.forget();
        return results;
    }

    /** Records as text, in any order. */
    private record Results(Queue<String> sampleRows, Queue<String> alertRows, Set<String> types) {
        Results() {
            this(
                    new ConcurrentLinkedQueue<>(),
                    new ConcurrentLinkedQueue<>(),
                    ConcurrentHashMap.newKeySet());
        }

        void sample(Sample sample) {
            sampleRows.add(SAMPLES.toAvro(sample).toString());
        }

        void alert(Alert alert) {
            if (!FOUND_BY_PATTERNS.contains(alert.type.family())) {
                alertRows.add(ALERTS.toAvro(alert).toString());
                types.add(alert.type.word());
            }
        }

        List<String> samples() {
            return sampleRows.stream().sorted().toList();
        }

        List<String> alerts() {
            return alertRows.stream().sorted().toList();
        }
    }
}
