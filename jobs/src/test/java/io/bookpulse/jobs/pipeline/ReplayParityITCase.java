package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.ParityAssert.assertAccounted;
import static io.bookpulse.jobs.pipeline.ParityAssert.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.testkit.RequiresRealData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real capture of 11 minutes gives the same output, byte by byte, whether it comes from files or
 * from Kafka, is sorted or streamed, at any parallelism, and with a failure in the middle.
 */
@RequiresRealData
class ReplayParityITCase {
    private static final FlinkSettings STREAMING =
            FlinkSettings.streaming(1, Duration.ofMillis(300));
    private static final String PARITY = "parity";
    private static final String CALIBRATED = "calibrated";

    @TempDir static Path shared;
    @TempDir Path folder;

    private static List<FeedInput> capture;
    private static ParityRun expected;
    private static ParityMarket kafka;

    @BeforeAll
    static void runInBatch() throws Exception {
        capture = ParityMarkets.spot();
        expected = run(FlinkSettings.batch(1), PARITY, shared);
        kafka = ParityMarket.start();
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    private static ParityRun run(FlinkSettings settings, String profile, Path folder)
            throws Exception {
        PipelineParameters parameters = ParityProfiles.of(profile, settings);
        return ParityRun.of(settings, parameters, ParityRun.files(capture, parameters), folder);
    }

    @Test
    void accountsForEveryLineAndFindsWhatIsThere() {
        assertAccounted(expected);
        assertThat(expected.samples()).hasSizeGreaterThan(600);
        assertThat(expected.alerts()).hasSizeGreaterThan(30);
        assertThat(expected.count("gaps")).isZero();
    }

    @Test
    void batchGivesTheSameAtParallelismTwo() throws Exception {
        assertSame(run(FlinkSettings.batch(2), PARITY, folder), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void readAsItHappenedGivesTheSame(int parallelism) throws Exception {
        BoundedJob job =
                new BoundedJob(capture, List.of(), ReadOrder.TIME, Extent.EVERYTHING, parallelism);
        PipelineParameters parameters =
                ParityProfiles.of(PARITY, FlinkSettings.bounded(parallelism));
        assertSame(ParityRun.of(job, parameters, folder), expected);
    }

    @Test
    void streamingGivesTheSameAsBatch() throws Exception {
        assertSame(run(STREAMING, PARITY, folder), expected);
    }

    @Test
    void theHeapBackendGivesTheSameAsRocksDb() throws Exception {
        assertSame(run(STREAMING.onHeap(), PARITY, folder), expected);
    }

    @Test
    void filesGiveTheSameThroughAFailure() throws Exception {
        PipelineParameters parameters = ParityProfiles.of(PARITY, STREAMING);
        ParityRun.Inputs inputs = ParityRun.files(capture, parameters);
        FailOnce failure = FailOnce.after(expected.in() / 2);

        ParityRun actual = ParityRun.of(STREAMING, parameters, inputs.failing(failure), folder);

        FailOnce.assertRestarted();
        assertSame(actual, expected);
    }

    @Test
    void kafkaGivesTheSameThroughAFailure() throws Exception {
        kafka.loadFiles("one", 1, capture);
        PipelineParameters parameters = ParityProfiles.of(PARITY, STREAMING);
        FailOnce failure = FailOnce.after(expected.in() / 2);

        ParityRun actual =
                ParityRun.of(
                        STREAMING,
                        parameters,
                        kafka.inputs("one", parameters).failing(failure),
                        folder);

        FailOnce.assertRestarted();
        assertSame(actual, expected);
    }

    @Test
    void calibratedThresholdsGiveTheSameToo() throws Exception {
        ParityRun batch = run(FlinkSettings.batch(1), CALIBRATED, folder.resolve("batch"));
        ParityRun streaming = run(STREAMING, CALIBRATED, folder.resolve("streaming"));

        assertThat(batch.alerts()).isNotEmpty().isNotEqualTo(expected.alerts());
        assertSame(streaming, batch);
    }
}
