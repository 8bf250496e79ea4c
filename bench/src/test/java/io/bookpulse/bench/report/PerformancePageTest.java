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
                .startsWith(
                        "before",
                        PerformancePage.BEGIN,
                        "",
                        "| figure | must | aim | measured | command | machine |")
                .noneMatch(line -> line.contains("not measured"))
                .endsWith(
                        "| a |  |  | 3 | `run` | new |",
                        "| b |  |  | 2 | `run` | old |",
                        "| c |  |  | 4 | `run` | new |",
                        "",
                        PerformancePage.END,
                        "after");
    }

    @Test
    void beginsWithEveryTargetMeasuredOrNot() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, PerformancePage.BEGIN + "\n" + PerformancePage.END + "\n");
        PerformancePage.record(
                page,
                List.of(figure("a", "1"), Target.JSON_LINE.measured(2, "bench micro")),
                "here");
        List<String> rows =
                Files.readAllLines(page).stream().filter(line -> line.startsWith("| ")).toList();
        assertThat(rows).hasSize(Target.values().length + 2);
        assertThat(rows.get(1))
                .isEqualTo(
                        "| whole pipeline over pass-through, CPU an event | 4 x | 2 x |"
                                + " not measured | `bench/report` |  |");
        assertThat(rows)
                .contains(
                        "| JSON capture line to MarketEvent | 3 us | 1 us | 2 us |"
                                + " `bench micro` | here |");
        assertThat(rows.get(rows.size() - 1)).startsWith("| a |");
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
        assertThat(Target.EVENTS_PER_SECOND.measured(400_000, "run").measured())
                .isEqualTo("400,000 /s (missed)");
        assertThat(Target.JSON_LINE.measured(0.9, "more", "run").measured())
                .isEqualTo("0.90 us (aim); more");
    }

    private static Figure figure(String name, String measured) {
        return Figure.plain(name, measured, "run");
    }
}
