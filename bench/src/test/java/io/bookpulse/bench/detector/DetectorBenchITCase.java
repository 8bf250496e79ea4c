package io.bookpulse.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorBenchITCase {
    private static final Path DOCS = Path.of("..", "docs");

    /** The promise at 5 false alarms an instrument and day, on a market smaller than the page's. */
    @Test
    void findsWhatIsInjectedWithinTwoSamplesAndTheSameAgain(@TempDir Path folder) throws Exception {
        Path first = measure(folder.resolve("first"));
        List<String> rows = Files.readAllLines(first.resolve("detectors.csv"));
        for (String market : List.of("calm", "busy")) {
            for (String type : List.of("spread-spike", "depth-collapse")) {
                String[] row = row(rows, "market," + type + " recall," + market + ",");
                assertThat(Integer.parseInt(row[4])).as(market + " " + type).isGreaterThan(20);
                assertThat(Double.parseDouble(row[6])).as(market + " " + type).isGreaterThan(0.97);
                assertThat(Double.parseDouble(row[9])).as(market + " " + type).isBetween(0.0, 2.0);
            }
        }
        assertThat(row(rows, "market,spread-spike,quiet,")[5]).isEqualTo("0");
        assertThat(row(rows, "market,depth-collapse,quiet,")[5]).isEqualTo("0");
        Path second = measure(folder.resolve("second"));
        for (String name : List.of("detectors.md", "detectors.csv")) {
            assertThat(second.resolve(name)).hasSameTextualContentAs(first.resolve(name));
        }
    }

    private static Path measure(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String page : List.of("detectors.md", "detectors-cost.md")) {
            Files.copy(DOCS.resolve(page), folder.resolve(page));
        }
        TestingProgram program = new TestingProgram();
        assertThat(
                        program.run(
                                "bench detectors --quick --quiet --parts market,series --record "
                                        + folder))
                .as(program.err())
                .isZero();
        return folder;
    }

    private static String[] row(List<String> rows, String start) {
        return rows.stream()
                .filter(row -> row.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + start))
                .split(",", -1);
    }
}
