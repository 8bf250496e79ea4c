package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a run before a moment, at which something changes: they must be as if nothing did.
 *
 * @param nanos the moment, ns since epoch UTC
 */
record RowsBefore(long nanos) {
    private static final Map<RecordSchema, String> TIMES =
            Map.of(
                    RecordSchemas.SAMPLES, "event_time_ns",
                    RecordSchemas.ALERTS, "detect_time_ns",
                    RecordSchemas.BARS, "close_time_ns");

    /** The time that a row has in a column, ns. */
    static long time(String row, String column) {
        Matcher time = Pattern.compile("\\b" + column + "=(\\d+)").matcher(row);
        assertThat(time.find()).as(row).isTrue();
        return Long.parseLong(time.group(1));
    }

    /** A run's samples, alerts or bars of before. */
    List<String> of(ParityRun run, RecordSchema kind) {
        String column = TIMES.get(kind);
        return run.rows(kind).stream().filter(row -> time(row, column) < nanos).toList();
    }

    /** Samples, alerts and bars are those of a run in which nothing changed. */
    void assertSame(ParityRun changed, ParityRun unchanged) {
        for (RecordSchema kind : TIMES.keySet()) {
            List<String> before = of(changed, kind);
            assertThat(before).as(kind.name()).hasSizeGreaterThan(10);
            assertThat(before.equals(of(unchanged, kind))).as(kind.name()).isTrue();
        }
    }
}
