package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.ParityAssert.assertAccounted;
import static io.bookpulse.jobs.pipeline.ParityAssert.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.control.ControlModels;
import io.bookpulse.jobs.control.ControlRecords;
import io.bookpulse.jobs.model.LoadedModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that are swapped while events flow: each holds from its time on, is named on what it said,
 * and gives the same in every way to run the job.
 */
class ModelSwapParityITCase {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final Duration BARS = Duration.ofMinutes(1);

    @TempDir static Path shared;
    @TempDir Path folder;

    private static List<FeedInput> files;
    private static LoadedModels started;
    private static String first;
    private static ControlChange second;
    private static ControlChange forest;
    private static ControlChange stricter;
    private static long swapNanos;
    private static long backNanos;
    private static List<String> control;
    private static ParityRun unchanged;
    private static ParityRun expected;

    @BeforeAll
    static void runInBatch() throws Exception {
        List<MarketEvent> events = ParityMarkets.simulated();
        files = ParityMarkets.written(events, shared);
        long start = events.get(0).eventTimeNanos;
        swapNanos = start - start % MINUTE + 5 * MINUTE;
        backNanos = swapNanos + 3 * MINUTE;
        Path model = shared.resolve("first.json");
        Files.writeString(model, ControlModels.hmm(BARS, 0.001));
        started = LoadedModels.read(List.of(model));
        first = started.hmms().get(0).file().stamp();
        second = ControlRecords.model(ControlModels.hmm(BARS, 0.0004), "sim:S000?", swapNanos);
        forest = ControlRecords.model(ControlModels.forest(0.5), "*", swapNanos);
        stricter =
                ControlRecords.model(
                        ControlModels.forest(0.65), "sim:S0002", swapNanos + 90 * SECOND);
        control = control();
        unchanged = run(FlinkSettings.batch(1), shared.resolve("unchanged"), List.of());
        expected = run(FlinkSettings.batch(1), shared.resolve("changed"), control);
    }

    private static List<String> control() {
        String wrongBars = ControlModels.hmm(Duration.ofSeconds(30), 0.001);
        return List.of(
                ControlJson.write(second),
                ControlJson.write(forest),
                ControlJson.write(stricter),
                ControlJson.write(ControlRecords.set("hmm.confidence", "0.9", "*", swapNanos)),
                ControlJson.write(ControlRecords.unset("model.hmm", "sim:S000?", backNanos)),
                ControlJson.write(ControlRecords.model(wrongBars, "*", swapNanos)),
                tampered(ControlRecords.model(ControlModels.hmm(BARS, 0.002), "*", swapNanos)),
                ControlJson.write(ControlRecords.unset("model.lstm", "*", swapNanos)));
    }

    private static String tampered(ControlChange change) {
        String text = ControlJson.write(change);
        assertThat(text).contains("\"location\":[0.0,0.002");
        return text.replace("\"location\":[0.0,0.002", "\"location\":[0.0,0.003");
    }

    private static FlinkSettings streaming(int parallelism) {
        return FlinkSettings.streaming(parallelism, Duration.ofMillis(300));
    }

    private static ParityRun run(FlinkSettings settings, Path folder, List<String> control)
            throws Exception {
        PipelineParameters parameters = ParityProfiles.of("parity", settings, started);
        ParityRun.Inputs inputs = ParityRun.files(files, parameters);
        return ParityRun.of(settings, parameters, inputs, folder, control);
    }

    @Test
    void aSwapAltersNothingBeforeItsTime() {
        assertAccounted(expected);
        new RowsBefore(swapNanos).assertSame(expected, unchanged);
        for (RecordSchema kind :
                List.of(RecordSchemas.SAMPLES, RecordSchemas.ALERTS, RecordSchemas.BARS)) {
            assertThat(expected.rows(kind)).as(kind.name()).isNotEqualTo(unchanged.rows(kind));
        }
    }

    /** A bar is judged at its last instant, by the model that holds then. */
    @Test
    void everyBarBearsTheModelOfItsEnd() {
        for (String bar : expected.rows(RecordSchemas.BARS)) {
            long end = RowsBefore.time(bar, "open_time_ns") + MINUTE - 1;
            boolean swapped = end >= swapNanos && end < backNanos;
            assertThat(bar)
                    .contains("model_version=" + (swapped ? "hmm:" + second.value : first) + " |");
        }
        assertThat(values(expected.rows(RecordSchemas.BARS), "model_version")).hasSize(2);
        assertThat(values(unchanged.rows(RecordSchemas.BARS), "model_version")).hasSize(1);
    }

    @Test
    void everyAlertBearsTheModelsOfItsTime() {
        for (String alert : expected.alerts()) {
            long time = RowsBefore.time(alert, "detect_time_ns");
            String stamp = time >= swapNanos && time < backNanos ? "hmm:" + second.value : first;
            boolean strict =
                    alert.contains("instrument=sim:S0002 |") && time >= stricter.effectiveNanos;
            if (time >= swapNanos) {
                stamp += ",isolation-forest:" + (strict ? stricter : forest).value;
            }
            assertThat(alert).contains("model_versions=" + stamp);
        }
        assertThat(values(expected.alerts(), "model_versions")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aForestFindsAnomaliesFromItsTimeOn() {
        assertThat(unchanged.alertsWith("type=anomaly")).isZero();
        assertThat(expected.alertsWith("type=anomaly")).isPositive();
    }

    private static Set<String> values(List<String> rows, String column) {
        return rows.stream()
                .map(row -> row.replaceAll(".*\\b" + column + "=([^ ]*).*", "$1"))
                .collect(Collectors.toSet());
    }

    @Test
    void modelsThatCannotBeUsedAreRefused() {
        List<String> audit = expected.rows(RecordSchemas.CONTROL_AUDIT);
        assertThat(audit.stream().filter(row -> row.contains("outcome=APPLIED |"))).hasSize(5);
        assertThat(audit)
                .hasSize(control.size())
                .anyMatch(row -> row.contains("judges bars of 30.0 s, this job makes bars of 60.0"))
                .anyMatch(row -> row.contains("the model was changed after it was written"))
                .anyMatch(row -> row.contains("There are models of kind hmm, isolation-forest"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void streamingGivesTheSameAtAnyParallelism(int parallelism) throws Exception {
        assertSame(run(streaming(parallelism), folder, control), expected);
    }

    @Test
    void batchGivesTheSameAtParallelismTwo() throws Exception {
        assertSame(run(FlinkSettings.batch(2), folder, control), expected);
    }

    /** After the swap, so that the models must come back from the checkpoint. */
    @Test
    void aFailureAfterTheSwapGivesTheSame() throws Exception {
        PipelineParameters parameters = ParityProfiles.of("parity", streaming(2), started);
        ParityRun.Inputs inputs = ParityRun.files(files, parameters);
        FailOnce failure = FailOnce.after(expected.in() * 3 / 4);

        ParityRun actual =
                ParityRun.of(streaming(2), parameters, inputs.failing(failure), folder, control);

        FailOnce.assertRestarted();
        assertSame(actual, expected);
    }
}
