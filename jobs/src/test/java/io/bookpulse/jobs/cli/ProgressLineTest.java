package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();
    private long now = 5 * SECOND;

    private ProgressLine start(boolean quiet) {
        Console console =
                new Console(
                        new PrintWriter(new StringWriter()), new PrintWriter(err), false, quiet);
        return new ProgressLine(console, "load", "events", 4_000, () -> now);
    }

    @Test
    void printsAPlainLineEveryTenSecondsWithRateAndTimeLeft() {
        try (ProgressLine progress = start(false)) {
            now += 9 * SECOND;
            progress.reached(900);
            assertThat(err.toString()).isEmpty();
            now += SECOND;
            progress.reached(1_000);
            now += 9 * SECOND;
            progress.reached(1_900);
            now += SECOND;
            progress.reached(4_000);
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "load: 1,000 of 4,000 events (25 %), 100 a second, 30 s left",
                        "load: 4,000 of 4,000 events (100 %), 200 a second");
    }

    @Test
    void saysNothingWhenQuiet() {
        try (ProgressLine progress = start(true)) {
            now += 60 * SECOND;
            progress.reached(1_000);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        String table =
                new SummaryTable()
                        .count("events", 1_234_567)
                        .count("late", 3)
                        .gap()
                        .row("folder", "out/spot")
                        .render();

        assertThat(table.lines())
                .containsExactly("events  1,234,567", "late            3", "", "folder  out/spot");
    }
}
