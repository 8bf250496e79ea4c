package io.bookpulse.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmRatesCommandTest {
    private final TestingProgram program = new TestingProgram();

    @Test
    void writesTheSamePageForTheSameSeed(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("alarm-rates.md");
        assertThat(run(page, "volatility-burst", "50")).isZero();
        String first = Files.readString(page);
        assertThat(first)
                .contains("## iid", "## AR(1) 0.64", "## Student t3", "## GARCH(0.08, 0.91)")
                .contains("| volatility-burst |", "Of 4 asked rates");
        assertThat(run(page, "volatility-burst", "50")).isZero();
        assertThat(Files.readString(page)).isEqualTo(first);
    }

    @Test
    void refusesWhatItCannotMeasure(@TempDir Path folder) {
        Path page = folder.resolve("alarm-rates.md");
        assertThat(run(page, "volatility", "50")).isEqualTo(2);
        assertThat(run(page, "cusum", "5")).isEqualTo(2);
        assertThat(page).doesNotExist();
    }

    private int run(Path page, String detectors, String rates) {
        return program.run(
                "bench alarm-rates --days 1 --quiet --detectors "
                        + detectors
                        + " --rates "
                        + rates
                        + " --record="
                        + page);
    }
}
