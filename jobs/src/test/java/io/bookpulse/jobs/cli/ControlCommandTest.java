package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.jobs.control.ControlModels;
import io.bookpulse.jobs.control.ControlRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlCommandTest {
    private final TestingProgram program = new TestingProgram();

    @TempDir Path folder;
    private String file = "";

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("control.jsonl").toString();
    }

    private int set(String assignment, String from, String... more) {
        String[] fixed = {"control", "set", assignment, "--from", from, "--output", file};
        String[] all = new String[fixed.length + more.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return program.run(all);
    }

    @Test
    void writesListsAndTakesBack() throws Exception {
        assertThat(set("drift.cusum.k=0.7", "2024-08-08T00:00:00Z", "--reason", "calm week"))
                .isZero();
        assertThat(program.out())
                .isEqualTo(
                        "drift.cusum.k = 0.7 for * from 2024-08-08T00:00:00Z, written to "
                                + file
                                + ".\n");
        assertThat(set("drift.cusum.k=0.9", "2024-08-08T01:00:00Z", "--instrument", "binance:*"))
                .isZero();
        assertThat(Files.readAllLines(Path.of(file))).hasSize(2);

        assertThat(program.run("control", "list", "--output", file)).isZero();
        assertThat(program.out()).contains("0.7 for *").contains("calm week").contains("0.9");
        list("binance:X", "2024-08-08T00:30:00Z", "drift.cusum.k = 0.7");
        list("binance:X", "2024-08-08T01:00:00Z", "drift.cusum.k = 0.9");
        list("kraken:X", "2024-08-08T01:00:00Z", "drift.cusum.k = 0.7");
        list("kraken:X", "2024-08-07T01:00:00Z", "Nothing is changed for kraken:X.");

        assertThat(
                        program.run(
                                "control",
                                "unset",
                                "drift.cusum.k",
                                "--from",
                                "2024-08-09T00:00:00Z",
                                "--output",
                                file))
                .isZero();
        list("kraken:X", "2024-08-09T00:00:00Z", "Nothing is changed for kraken:X.");
    }

    private void list(String instrument, String at, String first) {
        assertThat(
                        program.run(
                                "control",
                                "list",
                                "--instrument",
                                instrument,
                                "--at",
                                at,
                                "--output",
                                file))
                .isZero();
        assertThat(program.out()).startsWith(first + "\nconfiguration hash ");
    }

    @Test
    void refusesWithOneSentenceAndWritesNothing() {
        assertRefused("drift.cusum.kk=1", "now", "Unknown key drift.cusum.kk, did you mean");
        assertRefused("drift.cusum.k=99", "now", "drift.cusum.k = 99: must be");
        assertRefused("kafka.group=x", "now", "kafka.group cannot change while a job runs");
        assertRefused(
                "drift.cusum.h=3", "now", "drift.cusum.h has no effect in profile calibrated");
        assertRefused("drift.cusum.k", "now", "'drift.cusum.k' must be written KEY=VALUE.");
        assertRefused("drift.cusum.k=1", "soon", "The time soon must be now or like");
        assertThat(Path.of(file)).doesNotExist();
    }

    private void assertRefused(String assignment, String from, String sentence) {
        assertThat(set(assignment, from)).as(assignment).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.firstError()).startsWith("bookpulse: " + sentence);
        assertThat(program.err().lines()).hasSize(1);
    }

    @Test
    void wantsExactlyOnePlace() {
        assertThat(program.run("control", "set", "drift.cusum.k=1"))
                .isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.run("control", "list")).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.run("control")).isEqualTo(ExitStatus.WRONG_USAGE);
    }

    @Test
    void namesTheBrokerThatDoesNotAnswer() {
        assertThat(program.run("control", "set", "drift.cusum.k=1", "--bootstrap", "nonsense"))
                .isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.firstError()).contains("HOST:PORT");
    }

    @Test
    void refusesAFileThatIsNoModel() throws Exception {
        Path model = Files.writeString(folder.resolve("m.json"), "{}");
        assertThat(program.run("control", "model", model.toString(), "--output", file))
                .isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.firstError()).contains("m.json is no Bookpulse model.");
    }

    @Test
    void bringsAModelListsItAndTakesItBack() throws Exception {
        String text = ControlModels.hmm(Duration.ofMinutes(1), 0.001);
        String version = ControlRecords.model(text, "*", 1).value;
        Path model = Files.writeString(folder.resolve("m.json"), text);
        assertThat(model(model, "2024-08-08T00:00:00Z")).isZero();
        assertThat(program.out())
                .startsWith("model.hmm = " + version + " for * from 2024-08-08T00:00:00Z");
        list("binance:X", "2024-08-08T00:00:00Z", "model.hmm = " + version);
        list("binance:X", "2024-08-07T23:59:59Z", "Nothing is changed for binance:X.");
        String[] unset = {"control", "unset", "model.hmm", "--from", "2024-08-09T00:00:00Z"};
        assertThat(program.run(Stream.concat(Stream.of(unset), place()).toArray(String[]::new)))
                .isZero();
        list("binance:X", "2024-08-09T00:00:00Z", "Nothing is changed for binance:X.");
    }

    @Test
    void refusesAModelThatTheJobCannotUse() throws Exception {
        String text = ControlModels.hmm(Duration.ofSeconds(30), 0.001);
        Path model = Files.writeString(folder.resolve("m.json"), text);
        assertThat(model(model, "now")).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.firstError()).contains("The model judges bars of 30.0 s");
        Path nan = Files.writeString(model, text.replaceFirst("\"location\" : \\[ ", "$0NaN, "));
        assertThat(model(nan, "now")).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(program.err().lines()).hasSize(1);
        assertThat(Path.of(file)).doesNotExist();
    }

    private int model(Path model, String from) {
        String[] command = {"control", "model", model.toString(), "--from", from};
        return program.run(Stream.concat(Stream.of(command), place()).toArray(String[]::new));
    }

    private Stream<String> place() {
        return Stream.of("--output", file);
    }

    @Test
    void printsTheSchemaOfControlRecords() {
        assertThat(program.run("schema", "control")).isZero();
        assertThat(program.out()).contains("effective_time_ns").contains("2020-12");
    }

    @Test
    void explainSaysWhichKeysAreTunable() {
        assertThat(program.run("config", "explain", "decision.cooldown")).isZero();
        assertThat(program.out()).contains("Tunable live.");
        assertThat(program.run("config", "explain", "kafka.group")).isZero();
        assertThat(program.out()).doesNotContain("Tunable live.");
    }
}
