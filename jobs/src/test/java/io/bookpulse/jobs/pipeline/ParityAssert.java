package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.record.RecordSchemas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of every run, and between two runs over the same events. */
final class ParityAssert {
    private static final int SHOWN = 3;

    private ParityAssert() {}

    /** Every input became exactly one of accepted, conflated, rejected and late. */
    static void assertAccounted(ParityRun run) {
        assertThat(run.in()).isPositive();
        assertThat(run.accepted() + run.conflated() + run.rejected() + run.late())
                .as("accepted + conflated + rejected + late of %s", run.counts())
                .isEqualTo(run.in());
        assertThat((long) run.rows(RecordSchemas.LATE).size())
                .as("late rows")
                .isEqualTo(run.late());
        assertThat((long) run.rows(RecordSchemas.REJECTS).size())
                .as("reject rows")
                .isEqualTo(run.rejected());
        assertThat((long) run.samples().size()).isEqualTo(run.counts().get("samples"));
    }

    /** Every kind of record, column by column, and every count. */
    static void assertSame(ParityRun actual, ParityRun expected) {
        expected.rows()
                .forEach((kind, rows) -> assertSameRows(kind, actual.rows().get(kind), rows));
        assertThat(actual.counts()).isEqualTo(expected.counts());
    }

    private static void assertSameRows(String kind, List<String> actual, List<String> expected) {
        assertThat(some(actual, expected)).as("%s that should not be there", kind).isEmpty();
        assertThat(some(expected, actual)).as("%s that are missing", kind).isEmpty();
        assertThat(actual.equals(expected)).as("%s are the same, each once", kind).isTrue();
    }

    /** The first few rows of one list that are not in the other: whole lists are unreadable. */
    private static List<String> some(List<String> rows, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return rows.stream().filter(row -> !known.contains(row)).limit(SHOWN).toList();
    }
}
