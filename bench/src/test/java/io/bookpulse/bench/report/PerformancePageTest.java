package io.bookpulse.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {
    @TempDir private Path folder;

    @Test
    void replacesRowsOfTheSameNameAndKeepsTheOthersAndTheText() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(
                page,
                "before\n" + PerformancePage.BEGIN + "\n" + PerformancePage.END + "\nafter\n");
        PerformancePage.record(page, List.of(figure("a", "1"), figure("b", "2")), "old");
        PerformancePage.record(page, List.of(figure("a", "3"), figure("c", "4")), "new");

        assertThat(Files.readAllLines(page))
                .containsExactly(
                        "before",
                        PerformancePage.BEGIN,
                        "",
                        "| figure | measured | must | aim | command | machine |",
                        "|---|---|---|---|---|---|",
                        "| a | 3 |  |  | `run` | new |",
                        "| b | 2 |  |  | `run` | old |",
                        "| c | 4 |  |  | `run` | new |",
                        "",
                        PerformancePage.END,
                        "after");
    }

    @Test
    void refusesAPageWithoutAPlaceForThem() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "text\n");
        assertThatThrownBy(() -> PerformancePage.record(page, List.of(), "machine"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no table between");
    }

    @Test
    void knowsWhichWayEachTargetPoints() {
        assertThat(Target.PIPELINE_OVER_PASS_THROUGH.isReached(3.9)).isTrue();
        assertThat(Target.PIPELINE_OVER_PASS_THROUGH.isReached(4.1)).isFalse();
        assertThat(Target.OVER_PANDAS.isReached(1.1)).isTrue();
        assertThat(Target.OVER_PANDAS.isReached(0.9)).isFalse();
        assertThat(Target.EVENTS_PER_SECOND.measured(612_345, "run").measured())
                .isEqualTo("612,345 /s");
    }

    private static Figure figure(String name, String measured) {
        return Figure.plain(name, measured, "run");
    }
}
