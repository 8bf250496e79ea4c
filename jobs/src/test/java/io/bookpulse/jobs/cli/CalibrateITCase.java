package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.model.CalibrationFile;
import io.bookpulse.jobs.run.EmbeddedJobRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds from the command line: found on one market, used on another. */
class CalibrateITCase {
    private static final String ASKED = "alarm-rate.false-alarms-per-symbol-day=100";

    @TempDir private Path folder;
    private String out = "";
    private String err = "";

    @Test
    void findsTheSameThresholdsAtAnyParallelismAndUsesThem() throws Exception {
        generate("history", "5", "10", "63min");
        assertThat(calibrate("c.json", "--parallelism", "2", "--set", ASKED)).as(err).isZero();
        assertThat(out).contains("instrument-days", "volume-burst", "90 % of its rate");
        String text = Files.readString(folder.resolve("c.json"));
        assertThat(calibrate("again.json", "--parallelism", "1", "--set", ASKED)).as(err).isZero();
        assertThat(Files.readString(folder.resolve("again.json"))).isEqualTo(text);
        CalibrationFile file = CalibrationFile.parse(text, "c.json");
        assertThat(file.origin().instruments()).isEqualTo(10);
        assertThat(file.entries()).hasSizeGreaterThan(3);
        assertThat(backfill("--set", ASKED)).as(err).isZero();
        assertThat(backfill()).isEqualTo(ExitStatus.FAILED);
        assertThat(err).contains("5.0 are asked; calibrate again.");
    }

    @Test
    void refusesAHistoryThatIsTooShort() throws Exception {
        generate("history", "5", "1", "10min");
        assertThat(calibrate("c.json")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.lines().toList())
                .last()
                .asString()
                .isEqualTo(
                        "bookpulse: The quiet history is too short: it has 0.01 instrument-days,"
                                + " and 5.0 false alarms a day of spread-spike need 4.00.");
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    private void generate(String name, String seed, String instruments, String duration) {
        assertThat(
                        run(
                                "generate",
                                "--output",
                                folder.resolve(name).toString(),
                                "--seed",
                                seed,
                                "--instruments",
                                instruments,
                                "--duration",
                                duration,
                                "--quiet"))
                .as(err)
                .isZero();
    }

    private int calibrate(String file, String... more) {
        return run(
                concat(
                        more,
                        "calibrate",
                        "--input",
                        "bookpulse:" + folder.resolve("history"),
                        "--quiet",
                        "--output",
                        folder.resolve(file).toString()));
    }

    private int backfill(String... more) {
        return run(
                concat(
                        more,
                        "backfill",
                        "--input",
                        "bookpulse:" + folder.resolve("history"),
                        "--output",
                        folder.resolve("out").toString(),
                        "--calibration",
                        folder.resolve("c.json").toString()));
    }

    private static String[] concat(String[] more, String... first) {
        String[] all = new String[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private int run(String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int status =
                new Bookpulse(new EmbeddedJobRunner(folder))
                        .execute(
                                arguments,
                                new PrintWriter(stdout, true),
                                new PrintWriter(stderr, true));
        out = stdout.toString();
        err = stderr.toString();
        return status;
    }
}
