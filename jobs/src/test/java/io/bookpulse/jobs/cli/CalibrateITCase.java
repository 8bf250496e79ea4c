package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.model.CalibrationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds from the command line: found on one market, used on another. */
class CalibrateITCase {
    private static final String ASKED = "alarm-rate.false-alarms-per-symbol-day=100";

    @TempDir private Path folder;
    private EmbeddedProgram program = new EmbeddedProgram(Path.of("."));

    @BeforeEach
    void start() {
        program = new EmbeddedProgram(folder);
    }

    @Test
    void findsTheSameThresholdsAtAnyParallelismAndUsesThem() throws Exception {
        program.generate("history", 5, 10, "63min");
        assertThat(calibrate("c.json", "--parallelism", "2", "--set", ASKED))
                .as(program.err())
                .isZero();
        assertThat(program.out()).contains("instrument-days", "volume-burst", "90 % of its rate");
        String text = Files.readString(folder.resolve("c.json"));
        assertThat(calibrate("again.json", "--parallelism", "1", "--set", ASKED))
                .as(program.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("again.json"))).isEqualTo(text);
        CalibrationFile file = CalibrationFile.parse(text, "c.json");
        assertThat(file.origin().instruments()).isEqualTo(10);
        assertThat(file.entries()).hasSizeGreaterThan(3);
        assertThat(backfill("--set", ASKED)).as(program.err()).isZero();
        assertThat(backfill()).isEqualTo(ExitStatus.FAILED);
        assertThat(program.err()).contains("5.0 are asked; calibrate again.");
    }

    @Test
    void refusesAHistoryThatIsTooShort() throws Exception {
        program.generate("history", 5, 1, "10min");
        assertThat(calibrate("c.json")).isEqualTo(ExitStatus.FAILED);
        assertThat(program.err().lines().toList())
                .last()
                .asString()
                .isEqualTo(
                        "bookpulse: The quiet history is too short: it has 0.01 instrument-days,"
                                + " and 5.0 false alarms a day of spread-spike need 4.00.");
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    private int calibrate(String file, String... more) {
        String output = folder.resolve(file).toString();
        return program.over("history", "calibrate", more, "--quiet", "--output", output);
    }

    private int backfill(String... more) {
        String calibration = folder.resolve("c.json").toString();
        String output = folder.resolve("out").toString();
        return program.over(
                "history", "backfill", more, "--output", output, "--calibration", calibration);
    }
}
