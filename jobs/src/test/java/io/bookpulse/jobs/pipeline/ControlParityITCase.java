package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.ParityAssert.assertAccounted;
import static io.bookpulse.jobs.pipeline.ParityAssert.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.control.ControlRecords;
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
 * Changes while events flow: nothing before their time, everything from it on, and the same in
 * every way to run the job.
 */
class ControlParityITCase {
    private static final long SECOND = 1_000_000_000L;

    @TempDir static Path shared;
    @TempDir Path folder;

    private static List<FeedInput> files;
    private static long changeNanos;
    private static List<String> control;
    private static ParityRun unchanged;
    private static ParityRun expected;

    @BeforeAll
    static void runInBatch() throws Exception {
        List<MarketEvent> events = ParityMarkets.simulated();
        files = ParityMarkets.written(events, shared);
        long middle = events.get(events.size() / 2).eventTimeNanos;
        changeNanos = middle - middle % SECOND + SECOND; // on the grid: the sample at it is changed
        control =
                List.of(
                        set("drift.cusum.h", "2.5", "*", changeNanos),
                        set("decision.cooldown", "0s", "*", changeNanos),
                        set("market.depth-collapse.ratio", "0.5", "sim:S000?", changeNanos),
                        set("market.spread-spike.threshold", "9", "sim:S0001", changeNanos),
                        set("market.spread-spike.threshold", "2.5", "*", changeNanos + 7),
                        unset("drift.cusum.h", "*", changeNanos + 120 * SECOND),
                        set("drift.baseline.warm-up", "10", "*", changeNanos),
                        set("drift.cusum.h", "-1", "*", changeNanos),
                        "no JSON");
        unchanged = run(FlinkSettings.batch(1), shared.resolve("unchanged"), List.of());
        expected = run(FlinkSettings.batch(1), shared.resolve("changed"), control);
    }

    private static String set(String key, String value, String instrument, long fromNanos) {
        return ControlJson.write(ControlRecords.set(key, value, instrument, fromNanos));
    }

    private static String unset(String key, String instrument, long fromNanos) {
        return ControlJson.write(ControlRecords.unset(key, instrument, fromNanos));
    }

    private static FlinkSettings streaming(int parallelism) {
        return FlinkSettings.streaming(parallelism, Duration.ofMillis(300));
    }

    private static ParityRun run(FlinkSettings settings, Path folder, List<String> control)
            throws Exception {
        PipelineParameters parameters = ParityProfiles.of("parity", settings);
        ParityRun.Inputs inputs = ParityRun.files(files, parameters);
        return ParityRun.of(settings, parameters, inputs, folder, control);
    }

    @Test
    void aChangeAltersNothingBeforeItsTime() {
        assertAccounted(expected);
        new RowsBefore(changeNanos).assertSame(expected, unchanged);
    }

    @Test
    void aChangeHoldsFromItsTimeOn() {
        assertThat(expected.alerts()).isNotEqualTo(unchanged.alerts());
        assertThat(sensitive(expected)).isGreaterThan(sensitive(unchanged));
        assertThat(collapsesAtHalf(expected)).isPositive();
        assertThat(collapsesAtHalf(unchanged)).isZero();
    }

    /** A ratio of 0.5 is a limit of 2 on the baseline over the depth. */
    private static long collapsesAtHalf(ParityRun run) {
        return run.alerts().stream()
                .filter(row -> row.contains("type=depth-collapse |"))
                .filter(row -> row.contains("| threshold=2.0 |"))
                .count();
    }

    private static long sensitive(ParityRun run) {
        return run.alerts().stream().filter(row -> row.contains("-drift |")).count();
    }

    /** The instrument's own threshold is 9 from the change on, whatever holds for the others. */
    @Test
    void theMoreSpecificPatternWins() {
        List<String> own = spikesAfter(expected, "sim:S0001");
        List<String> others = spikesAfter(expected, "sim:S0002");
        assertThat(own).allMatch(row -> row.contains("| threshold=9.0 |"));
        assertThat(others).isNotEmpty().allMatch(row -> row.contains("| threshold=2.5 |"));
    }

    private static List<String> spikesAfter(ParityRun run, String instrument) {
        return run.alerts().stream()
                .filter(row -> row.contains("type=spread-spike |") && row.contains("phase=ONSET |"))
                .filter(row -> row.contains("instrument=" + instrument + " |"))
                .filter(row -> RowsBefore.time(row, "onset_time_ns") > changeNanos + 7)
                .toList();
    }

    @Test
    void alertsBearTheHashOfWhatIsInForce() {
        assertThat(hashes(new RowsBefore(changeNanos).of(expected, RecordSchemas.ALERTS)))
                .hasSize(1);
        assertThat(hashes(expected.alerts())).hasSizeGreaterThan(2);
        assertThat(hashes(unchanged.alerts())).hasSize(1);
    }

    private static Set<String> hashes(List<String> alerts) {
        return alerts.stream()
                .map(row -> row.replaceAll(".*config_hash=(\\w+).*", "$1"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyRecordIsAudited() {
        List<String> audit = expected.rows(RecordSchemas.CONTROL_AUDIT);
        assertThat(audit).hasSize(control.size());
        assertThat(audit.stream().filter(row -> row.contains("outcome=APPLIED |"))).hasSize(6);
        assertThat(audit)
                .anyMatch(
                        row ->
                                row.contains(
                                        "drift.baseline.warm-up cannot change while a job runs"))
                .anyMatch(row -> row.contains("drift.cusum.h = -1: must be"))
                .anyMatch(row -> row.contains("It is no JSON"));
        assertThat(unchanged.rows(RecordSchemas.CONTROL_AUDIT)).isEmpty();
    }

    @Test
    void batchGivesTheSameAtParallelismTwo() throws Exception {
        assertSame(run(FlinkSettings.batch(2), folder, control), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void streamingGivesTheSameAtAnyParallelism(int parallelism) throws Exception {
        assertSame(run(streaming(parallelism), folder, control), expected);
    }

    @Test
    void theHeapBackendGivesTheSame() throws Exception {
        assertSame(run(streaming(1).onHeap(), folder, control), expected);
    }

    @Test
    void aFailureInTheMiddleGivesTheSame() throws Exception {
        PipelineParameters parameters = ParityProfiles.of("parity", streaming(2));
        ParityRun.Inputs inputs = ParityRun.files(files, parameters);
        FailOnce failure = FailOnce.after(expected.in() / 3);

        ParityRun actual =
                ParityRun.of(streaming(2), parameters, inputs.failing(failure), folder, control);

        FailOnce.assertRestarted();
        assertSame(actual, expected);
    }
}
