package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir private Path folder;
    private final TestingProgram program = new TestingProgram();

    @Test
    void explainsOneKeyWithItsOriginUnitAndReason() {
        assertThat(
                        program.run(
                                "config",
                                "explain",
                                "decision.cooldown",
                                "--set",
                                "decision.cooldown=90s"))
                .isZero();
        assertThat(program.out().lines())
                .startsWith(
                        "decision.cooldown = 90s  (--set)",
                        "    [duration] at least 0s; event time between two onsets of one type and"
                                + " direction. 30s: DEFINITIONS 11.3 Tunable live.")
                .last()
                .asString()
                .matches("configuration hash [0-9a-f]{16}");
    }

    @Test
    void explainsASection() {
        assertThat(program.run("config", "explain", "watermark")).isZero();
        assertThat(program.out())
                .contains("watermark.idle-timeout = 5s  (default)")
                .contains("watermark.out-of-order = 500ms  (default)")
                .doesNotContain("kafka.");
    }

    @Test
    void explainsEverything() {
        assertThat(program.run("config", "explain")).isZero();
        assertThat(program.out())
                .contains("alarm-rate.profile = calibrated  (profile calibrated:4)")
                .contains("kafka.bootstrap = localhost:9092  (default)");
    }

    @Test
    void acceptsAGoodFile() throws IOException {
        Path file = Files.writeString(folder.resolve("good.yaml"), "decision.cooldown: 45s\n");

        assertThat(program.run("config", "validate", file.toString())).isZero();
        assertThat(program.out()).startsWith(file + " is valid: sets 1 of ");
    }

    @Test
    void reportsEverythingThatIsWrongWithAFile() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("bad.yaml"),
                        "decision:\n  cooldown: long\n  break-through: 0.5\nregmie:\n  memory: 1h\n");

        assertThat(program.run("config", "validate", file.toString())).isEqualTo(2);
        assertThat(program.err())
                .contains("configuration has 3 errors:")
                .contains("decision.cooldown = long (" + file + ":2): must be a duration such as")
                .contains("decision.break-through = 0.5 (" + file + ":3): must be from 1")
                .contains(
                        "regmie.memory = 1h ("
                                + file
                                + ":5): unknown key, did you mean regime.memory?");
    }
}
