package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    @TempDir Path folder;

    private final TestingProgram program = new TestingProgram();
    private String input = "";
    private String output = "";

    @BeforeEach
    void write() throws IOException {
        input = "klines:" + Files.writeString(folder.resolve("A-1m.csv"), "");
        output = folder.resolve("model.json").toString();
    }

    @Test
    void asksForThreeRegimesOfAllInstrumentsByDefault() {
        assertThat(program.run("train", "--input", input, "--output", output)).isZero();
        TrainRequest request = (TrainRequest) program.runner.requests.get(0);
        assertThat(request.kind()).isEqualTo("hmm");
        assertThat(request.instruments().text()).isEqualTo("*");
        assertThat(request.choice()).isEqualTo(new TrainRequest.RegimeChoice(3, 3, 1, null));
    }

    @Test
    void takesARangeOfRegimesAndALengthOfBars() {
        int status =
                program.run(
                        "train",
                        "--input",
                        input,
                        "--output",
                        output,
                        "--states",
                        "2..5",
                        "--bar",
                        "10s",
                        "--instruments",
                        "binance:*",
                        "--seed",
                        "7");
        assertThat(status).isZero();
        TrainRequest request = (TrainRequest) program.runner.requests.get(0);
        assertThat(request.choice()).isEqualTo(new TrainRequest.RegimeChoice(2, 5, 7, null));
        assertThat(request.configuration().value().market().features().bars().interval())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(request.instruments().matches("binance:BTCUSDT")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1", "6", "5..2", "two", "2-5", "2..9"})
    void refusesOtherNumbersOfRegimes(String states) {
        int status = program.run("train", "--input", input, "--output", output, "--states", states);
        assertThat(status).isEqualTo(2);
        assertThat(program.firstError())
                .isEqualTo(
                        "bookpulse: --states is "
                                + states
                                + ", must be from 2 to 5 or a range such as 2..5.");
    }

    @Test
    void doesNotReplaceAModelUnlessTold() throws IOException {
        Files.writeString(Path.of(output), "old");
        assertThat(program.run("train", "--input", input, "--output", output)).isEqualTo(2);
        assertThat(program.firstError()).endsWith("exists already; add --overwrite to replace it.");
        assertThat(program.run("train", "--input", input, "--output", output, "--overwrite"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"train", "calibrate"})
    void refusesToBeAsWideAsNothing(String command) {
        String[] call = {command, "--input", input, "--output", output, "--parallelism", "0"};
        assertThat(program.run(call)).isEqualTo(2);
        assertThat(program.err())
                .isEqualToIgnoringNewLines("bookpulse: --parallelism is 0, must be from 1 to 120.");
    }

    @Test
    void refusesAnEarlierModelThatIsMissing() {
        int status =
                program.run(
                        "train", "--input", input, "--output", output, "--previous", "none.json");
        assertThat(status).isEqualTo(2);
        assertThat(program.firstError()).isEqualTo("bookpulse: There is no file none.json.");
        assertThat(program.runner.requests).isEmpty();
    }

    @Test
    void doesNotLoadBarsIntoKafka() {
        int status = program.run("generate", "--input", input, "--bootstrap", "localhost:1");
        assertThat(status).isEqualTo(2);
        assertThat(program.firstError()).contains("klines hold bars");
    }
}
