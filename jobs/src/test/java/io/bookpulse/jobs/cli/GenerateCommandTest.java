package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.simulation.truth.TruthFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    @TempDir private Path folder;
    private final TestingProgram program = new TestingProgram();

    private int generate(String... more) {
        return program.run(
                Stream.concat(Stream.of("generate", "--output", folder.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void writesTwoHoursOfOneSecondRowsWithTheirTruth() throws IOException {
        assertThat(generate("--format", "ticks")).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("ticks.csv"));

        assertThat(lines).hasSize(7_201);
        assertThat(lines.get(0))
                .isEqualTo("timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size");
        try (Reader truth = Files.newBufferedReader(folder.resolve("truth.csv"))) {
            assertThat(TruthFile.read(truth)).isNotEmpty();
        }
    }

    @Test
    void writesAMarketThatCheckReads() {
        assertThat(generate("--duration", "2min", "--instruments", "2")).isZero();
        assertThat(program.run("check", "bookpulse:" + folder.resolve("market.avro"))).isZero();
        assertThat(program.out()).contains("sim:S0001").contains("sim:S0002");
    }

    @Test
    void givesTheSameFilesForTheSameSeed(@TempDir Path other) throws IOException {
        assertThat(generate("--duration", "1min", "--seed", "3")).isZero();
        assertThat(
                        program.run(
                                "generate",
                                "--output",
                                other.toString(),
                                "--duration",
                                "1min",
                                "--seed",
                                "3"))
                .isZero();
        assertThat(folder.resolve("market.avro"))
                .hasSameBinaryContentAs(other.resolve("market.avro"));
    }

    @Test
    void refusesToReplaceFilesUnlessTold() {
        assertThat(generate("--duration", "1min")).isZero();
        assertThat(generate("--duration", "1min")).isEqualTo(2);
        assertThat(program.err()).contains("exists already; add --overwrite to replace it.");
        assertThat(generate("--duration", "1min", "--overwrite")).isZero();
    }

    @Test
    void saysWhereTheBrokerIsNot() {
        assertThat(program.run("generate", "--bootstrap", "localhost:1")).isEqualTo(1);
        assertThat(program.err())
                .isEqualTo(
                        "bookpulse: The Kafka broker localhost:1 cannot be reached within 10 s."
                                + System.lineSeparator());
    }
}
