package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.testkit.RequiresRealData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that is said about a time depends on what comes later: without the events after t, all
 * output up to t minus the disorder that is waited for stays as it was.
 */
class NoLookaheadITCase {
    private static final FlinkSettings BATCH = FlinkSettings.batch(1);
    private static final Map<RecordSchema, Pattern> TIMES =
            Map.of(
                    RecordSchemas.SAMPLES, Pattern.compile(" \\| event_time_ns=(\\d+) "),
                    RecordSchemas.ALERTS, Pattern.compile(" \\| detect_time_ns=(\\d+) "),
                    RecordSchemas.BARS, Pattern.compile(" \\| close_time_ns=(\\d+) "));

    @TempDir Path folder;

    private final PipelineParameters parameters = ParityProfiles.of("parity", BATCH);

    private ParityRun run(List<MarketEvent> events, String name) throws Exception {
        Path place = folder.resolve(name);
        return ParityRun.of(
                BATCH,
                parameters,
                ParityRun.files(ParityMarkets.written(events, place), parameters),
                place);
    }

    private static List<String> before(ParityRun run, RecordSchema kind, long timeNanos) {
        return run.rows(kind).stream().filter(row -> time(row, kind) < timeNanos).toList();
    }

    private static long time(String row, RecordSchema kind) {
        Matcher matcher = TIMES.get(kind).matcher(row);
        assertThat(matcher.find()).as(row).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private void assertUnchanged(ParityRun cut, ParityRun whole, long timeNanos) {
        long settled = timeNanos - parameters.outOfOrder().toNanos();
        for (RecordSchema kind : TIMES.keySet()) {
            List<String> rows = before(cut, kind, settled);
            assertThat(rows.equals(before(whole, kind, settled)))
                    .as("%s before %d are unchanged", kind.name(), settled)
                    .isTrue();
            assertThat(rows).as(kind.name()).isNotEmpty();
            assertThat(rows.size()).as(kind.name()).isLessThan(whole.rows(kind).size());
        }
    }

    private void assertNoLookahead(List<MarketEvent> events, int cuts) throws Exception {
        ParityRun whole = run(events, "whole");
        long first = events.get(0).eventTimeNanos;
        long length = events.get(events.size() - 1).eventTimeNanos - first;
        for (int cut = 1; cut <= cuts; cut++) {
            long end = first + length * (cut + 1) / (cuts + 2) + cut * 123_456_789L;
            List<MarketEvent> earlier =
                    events.stream().filter(event -> event.eventTimeNanos <= end).toList();
            assertThat(earlier.size()).isBetween(1, events.size() - 1);
            assertUnchanged(run(earlier, "until-" + cut), whole, end);
        }
    }

    @Test
    void aSimulatedMarketIsNotKnownAhead() throws Exception {
        assertNoLookahead(ParityMarkets.simulated(), 4);
    }

    @Test
    @RequiresRealData
    void aRealMarketIsNotKnownAhead() throws Exception {
        assertNoLookahead(ParityMarkets.events(ParityMarkets.spot()), 3);
    }

    /** Cut where the feed was at a moment, reordered and late events included. */
    @Test
    void whatArrivesLaterChangesNothingThatIsSettled() throws Exception {
        List<MarketEvent> events = ParityMarkets.simulated();
        ParityRun whole = run(events, "whole");
        List<MarketEvent> arrived = events.subList(0, events.size() * 2 / 3);
        long newest = arrived.stream().mapToLong(event -> event.eventTimeNanos).max().orElseThrow();

        assertUnchanged(run(arrived, "arrived"), whole, newest);
    }
}
