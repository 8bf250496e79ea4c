package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.model.CalibrationEntry;
import io.bookpulse.codec.model.CalibrationFile;
import io.bookpulse.codec.model.CalibrationOrigin;
import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.jobs.config.Calibrations;
import io.bookpulse.jobs.config.Configurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir Path folder;

    private final TestingProgram program = new TestingProgram();
    private String input = "";
    private Path calibration = Path.of("");

    @BeforeEach
    void write() throws IOException {
        input = "ticks:" + Files.writeString(folder.resolve("a.csv"), "");
        calibration = folder.resolve("calibration.json");
    }

    @Test
    void asksForTheRatesOfTheConfiguration() {
        int status =
                program.run(
                        "calibrate",
                        "--input",
                        input,
                        "--output",
                        calibration.toString(),
                        "--instruments",
                        "binance:*",
                        "--set",
                        "alarm-rate.per-detector.drift=20");
        assertThat(status).as(program.err()).isZero();
        CalibrateRequest request = (CalibrateRequest) program.runner.requests.get(0);
        assertThat(request.instruments().matches("binance:BTCUSDT")).isTrue();
        assertThat(request.instruments().matches("other:BTCUSDT")).isFalse();
        var asked = request.configuration().value().alarmRate();
        assertThat(asked.rate(RatedDetector.CUSUM)).isEqualTo(20);
        assertThat(asked.rate(RatedDetector.VOLUME_BURST)).isEqualTo(5);
    }

    @Test
    void refusesToReplaceAFileUnlessTold() throws IOException {
        Files.writeString(calibration, "old");
        assertThat(calibrate()).isEqualTo(2);
        assertThat(program.firstError()).endsWith("exists already; add --overwrite to replace it.");
        assertThat(calibrate("--overwrite")).isZero();
    }

    @Test
    void hasNothingToCalibrateInProfileParity() {
        assertThat(calibrate("--profile", "parity")).isEqualTo(2);
        assertThat(program.firstError())
                .isEqualTo(
                        "bookpulse: In profile parity thresholds are configured, there is nothing"
                                + " to calibrate.");
    }

    @Test
    void laysThresholdsOverTheConfigurationAndSaysWhereTheyCameFrom() throws IOException {
        writeFile(5, Duration.ofSeconds(1), detectors());
        assertThat(
                        program.run(
                                "config",
                                "explain",
                                "alarm-rate.thresholds",
                                "--calibration",
                                name()))
                .as(program.err())
                .isZero();
        assertThat(program.out())
                .contains("alarm-rate.thresholds.cusum = 9.5  (" + name() + ")")
                .contains("alarm-rate.thresholds.ewma = 0.0  (default)");
        assertThat(backfill()).as(program.err()).isZero();
        BackfillRequest request = (BackfillRequest) program.runner.requests.get(0);
        assertThat(request.settings().configuration().value().alarmRate().thresholds().cusum())
                .isEqualTo(9.5);
        assertThat(request.settings().configuration().hash())
                .isNotEqualTo(Configurations.loader("calibrated").load().hash());
    }

    @Test
    void letsASingleValueOverrideTheFile() throws IOException {
        writeFile(5, Duration.ofSeconds(1), detectors());
        assertThat(backfill("--set", "alarm-rate.thresholds.cusum=8")).isZero();
        BackfillRequest request = (BackfillRequest) program.runner.requests.get(0);
        assertThat(request.settings().configuration().value().alarmRate().thresholds().cusum())
                .isEqualTo(8);
    }

    @Test
    void refusesAFileThatIsNotForThisConfiguration() throws IOException {
        writeFile(5, Duration.ofSeconds(1), detectors());
        assertThat(backfill("--set", "alarm-rate.false-alarms-per-symbol-day=1")).isEqualTo(1);
        assertThat(program.err())
                .isEqualToIgnoringNewLines(
                        "bookpulse: "
                                + name()
                                + " was made for 5.0 false alarms a day of cusum, 1.0 are asked;"
                                + " calibrate again.");
        assertThat(backfill("--set", "drift.cusum.k=0.25")).isEqualTo(1);
        assertThat(program.err()).contains("was made with another configuration").hasLineCount(1);
        assertThat(backfill("--profile", "parity")).isEqualTo(1);
        assertThat(program.err()).contains("has no effect in profile parity").hasLineCount(1);
        writeFile(5, Duration.ofSeconds(2), detectors());
        assertThat(backfill()).isEqualTo(1);
        assertThat(program.err()).contains("samples every 2s, this job takes one every 1s");
        assertThat(program.runner.requests).isEmpty();
    }

    @Test
    void refusesAFileThatIsNone() throws IOException {
        Files.write(calibration, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(backfill()).isEqualTo(1);
        assertThat(program.err()).contains("is no text, so it is no calibration.").hasLineCount(1);
        Files.writeString(calibration, "{\"format\": \"bookpulse-model\"}");
        assertThat(backfill()).isEqualTo(1);
        assertThat(program.err()).contains("is no Bookpulse calibration.").hasLineCount(1);
    }

    private String name() {
        return calibration.toString();
    }

    private static String detectors() {
        return Calibrations.detectorHash(Configurations.loader("calibrated").load());
    }

    private void writeFile(double perDay, Duration interval, String detectorHash)
            throws IOException {
        Instant noon = Instant.parse("2024-08-08T12:00:00Z");
        CalibrationFile file =
                new CalibrationFile(
                        new CalibrationOrigin(
                                noon, noon, 1, 400_000, interval, "0".repeat(16), detectorHash),
                        List.of(new CalibrationEntry(RatedDetector.CUSUM, perDay, 9.5, 25, 4, 6)));
        Files.writeString(calibration, file.text());
    }

    private int calibrate(String... more) {
        return run(more, "calibrate", "--input", input, "--output", name());
    }

    private int backfill(String... more) {
        return run(more, "backfill", "--input", input, "--calibration", name());
    }

    private int run(String[] more, String... first) {
        String[] all = new String[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return program.run(all);
    }
}
