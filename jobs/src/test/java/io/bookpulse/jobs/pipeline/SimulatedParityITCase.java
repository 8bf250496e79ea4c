package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.ParityAssert.assertAccounted;
import static io.bookpulse.jobs.pipeline.ParityAssert.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.stage.MarketStage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parity where every kind of output occurs: several instruments, gaps, duplicates, late and
 * reordered events, crossed and stale books, and alerts of all patterns.
 */
class SimulatedParityITCase {
    private static final String[] FEW_LIVE_KEYS = {"state.max-live-keys=1"};

    @TempDir static Path shared;
    @TempDir Path folder;

    private static List<MarketEvent> events;
    private static List<FeedInput> files;
    private static ParityRun expected;
    private static ParityMarket kafka;

    @BeforeAll
    static void runInBatch() throws Exception {
        events = ParityMarkets.simulated();
        files = ParityMarkets.written(events, shared);
        expected = run(FlinkSettings.batch(1), shared);
        kafka = ParityMarket.start();
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    private static FlinkSettings streaming(int parallelism) {
        return FlinkSettings.streaming(parallelism, Duration.ofMillis(300));
    }

    private static ParityRun run(FlinkSettings settings, Path folder, String... assignments)
            throws Exception {
        PipelineParameters parameters = parameters(settings, assignments);
        return ParityRun.of(settings, parameters, ParityRun.files(files, parameters), folder);
    }

    private static PipelineParameters parameters(FlinkSettings settings, String... assignments) {
        return ParityProfiles.of("parity", settings, assignments);
    }

    @Test
    void accountsForEveryEventAndHasEveryKindOfOutput() {
        assertAccounted(expected);
        assertThat(expected.in()).isEqualTo(events.size());
        assertThat(expected.late()).isPositive();
        assertThat(expected.count("gaps")).isPositive();
        assertThat(expected.rows(RecordSchemas.BARS)).hasSizeGreaterThan(40);
        for (String type :
                List.of(
                        "spread-spike",
                        "depth-collapse",
                        "liquidity-shock",
                        "flash-move",
                        "quote-stuffing",
                        "spoof-like",
                        "sweep-chain")) {
            assertThat(expected.alertsWith("type=" + type)).as(type).isPositive();
        }
        for (String phase : List.of("ONSET", "CLEAR")) {
            assertThat(expected.alertsWith("phase=" + phase)).as(phase).isPositive();
        }
        for (String reason : List.of("DUPLICATE", "OLD_SEQUENCE", "CROSSED", "LATE")) {
            assertThat(expected.refusedFor(reason)).as(reason).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void batchGivesTheSameAtAnyParallelism(int parallelism) throws Exception {
        assertSame(run(FlinkSettings.batch(parallelism), folder), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void streamingGivesTheSameAtAnyParallelism(int parallelism) throws Exception {
        assertSame(run(streaming(parallelism), folder), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void filesReadAsItHappenedGiveTheSameAtAnyParallelism(int parallelism) throws Exception {
        assertSame(backfill(files, Extent.EVERYTHING, parallelism), expected);
    }

    /** The second half of the market comes first in the list, and is read second. */
    @Test
    void filesReadAsItHappenedNeedNotBeInOrder() throws Exception {
        List<FeedInput> reversed = halves(1, 0);
        PipelineParameters parameters = parameters(FlinkSettings.batch(1));
        ParityRun sorted =
                ParityRun.of(
                        FlinkSettings.batch(1),
                        parameters,
                        ParityRun.files(reversed, parameters),
                        folder.resolve("sorted"));

        assertSame(backfill(reversed, Extent.EVERYTHING, 1), sorted);
    }

    /** The second half is read while the first is, and waits for it. */
    @Test
    void filesReadByTwoReadersGiveTheSame() throws Exception {
        List<FeedInput> reversed = halves(1, 0);
        FlinkSettings batch = FlinkSettings.batch(1);
        PipelineParameters sorted = parameters(batch);
        PipelineParameters parameters = parameters(streaming(2));

        ParityRun actual =
                ParityRun.of(
                        streaming(2),
                        parameters,
                        environment -> JobInputs.merged(environment, reversed, 2, parameters),
                        folder.resolve("streaming"));

        assertSame(
                actual,
                ParityRun.of(
                        batch, sorted, ParityRun.files(reversed, sorted), folder.resolve("batch")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void samplesAloneAreTheSame(int parallelism) throws Exception {
        ParityRun alone = backfill(files, Extent.SAMPLES, parallelism);

        assertThat(alone.samples()).isEqualTo(expected.samples());
        assertThat(alone.rows(RecordSchemas.REJECTS))
                .isEqualTo(expected.rows(RecordSchemas.REJECTS));
        assertThat(alone.rows(RecordSchemas.LATE)).isEqualTo(expected.rows(RecordSchemas.LATE));
        assertThat(alone.alerts()).isEmpty();
        assertThat(alone.rows(RecordSchemas.BARS)).isEmpty();
    }

    @Test
    void featuresAloneAreTheSameButForWhatIsJudged() throws Exception {
        ParityRun alone = backfill(files, Extent.FEATURES, 1);

        assertThat(alone.samples().stream().map(SimulatedParityITCase::withoutJudgement).sorted())
                .containsExactlyElementsOf(
                        expected.samples().stream()
                                .map(SimulatedParityITCase::withoutJudgement)
                                .sorted()
                                .toList());
        assertThat(alone.alerts()).isEmpty();
    }

    /** A row without regimes and scores. */
    private static String withoutJudgement(String row) {
        return Stream.of(row.split(" \\| ", -1))
                .filter(value -> !value.startsWith("score_") && !value.startsWith("regime="))
                .filter(value -> !value.startsWith("run_length_"))
                .filter(value -> !value.startsWith("ensemble_threshold="))
                .collect(Collectors.joining(" | "));
    }

    private ParityRun backfill(List<FeedInput> inputs, Extent extent, int parallelism)
            throws Exception {
        BoundedJob job = new BoundedJob(inputs, List.of(), ReadOrder.TIME, extent, parallelism);
        PipelineParameters parameters = parameters(FlinkSettings.bounded(parallelism));
        return ParityRun.of(job, parameters, folder.resolve("time"));
    }

    /** The one stage that sees all instruments judges them in one order. */
    @ParameterizedTest
    @ValueSource(strings = {"benjamini-hochberg", "lord"})
    void controlOfFalseDiscoveriesGivesTheSameToo(String procedure) throws Exception {
        String control = "decision.false-discovery=" + procedure;
        ParityRun batch = run(FlinkSettings.batch(2), folder.resolve("batch"), control);
        ParityRun streamed = run(streaming(3), folder.resolve("streaming"), control);

        assertThat(batch.alertsWith("fdr_pass=true") + batch.alertsWith("fdr_pass=false"))
                .isPositive();
        assertThat(batch.alerts()).hasSameSizeAs(expected.alerts());
        assertSame(streamed, batch);
    }

    /** The first half of the market, read when the second half has passed, cannot be used. */
    @Test
    void accountsForEventsOfASplitThatWasNotWaitedFor() throws Exception {
        List<FeedInput> reversed = halves(1, 0);
        PipelineParameters parameters = parameters(streaming(1));

        ParityRun run =
                ParityRun.of(
                        streaming(1),
                        parameters,
                        ParityRun.liveFiles(reversed, parameters),
                        folder);

        assertThat(run.in()).isEqualTo(events.size());
        assertThat(run.count(MarketStage.OVERTAKEN)).isPositive();
        assertAccounted(run);
    }

    /** Each of the two files is a split, whatever its events say about where they came from. */
    @Test
    void filesOfEventsFromOneSourceGiveTheSameAtAnyParallelism() throws Exception {
        List<FeedInput> reversed = halves(1, 0);
        List<ParityRun> runs = new ArrayList<>();
        for (int parallelism = 1; parallelism <= 2; parallelism++) {
            FlinkSettings settings = FlinkSettings.batch(parallelism);
            PipelineParameters parameters = parameters(settings);
            Path place = folder.resolve("parallelism-" + parallelism);
            runs.add(
                    ParityRun.of(
                            settings, parameters, ParityRun.files(reversed, parameters), place));
        }

        assertSame(runs.get(1), runs.get(0));
        assertThat(runs.get(0).late()).isLessThan(events.size() / 10);
    }

    /** The halves of the market as two files, in that order. */
    private List<FeedInput> halves(int... order) throws IOException {
        List<String> inputs = new ArrayList<>();
        int half = events.size() / 2;
        for (int number : order) {
            List<MarketEvent> part =
                    number == 0 ? events.subList(0, half) : events.subList(half, events.size());
            Path place = folder.resolve("half-" + number);
            inputs.add(
                    "bookpulse:" + ParityMarkets.written(part, place).get(0).files().get(0).path());
        }
        return FeedInputs.parseAll(inputs);
    }

    @Test
    void filesGiveTheSameThroughAFailureOnTheHeapWithWatermarksAtEveryMoment() throws Exception {
        FlinkSettings settings = streaming(1).onHeap();
        PipelineParameters parameters = parameters(settings);
        ParityRun.Inputs inputs = ParityRun.liveFiles(files, parameters, Duration.ofMillis(1));
        FailOnce failure = FailOnce.after(events.size() / 2);

        ParityRun actual = ParityRun.of(settings, parameters, inputs.failing(failure), folder);

        FailOnce.assertRestarted();
        assertSame(actual, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void kafkaGivesTheSameThroughAFailure(int partitions) throws Exception {
        String prefix = "partitions-" + partitions;
        kafka.loadEvents(prefix, partitions, events);
        FlinkSettings settings = streaming(Math.min(partitions, 2));
        FailOnce failure = FailOnce.after(events.size() / 5);

        PipelineParameters parameters = parameters(settings, FEW_LIVE_KEYS);
        ParityRun actual =
                ParityRun.of(
                        settings,
                        parameters,
                        kafka.liveInputs(prefix, parameters, Duration.ofMillis(partitions))
                                .failing(failure),
                        folder);

        FailOnce.assertRestarted();
        assertSame(actual, expected);
    }
}
