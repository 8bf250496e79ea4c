package io.bookpulse.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bookpulse.bench.TestingProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerBenchITCase {
    @TempDir private Path folder;

    @Test
    void measuresPeersOnlyAfterTheirResultsWereCompared() {
        TestingProgram program = new TestingProgram();
        Path export = folder.resolve("quotes.parquet");
        assertThat(
                        program.run(
                                "bench peers --events 3000 --instruments 2 --rounds 1 --peers"
                                        + " pipeline_heap,backfill,sql_heap,match_heap,kafka_streams,duckdb_median"
                                        + " --export "
                                        + export))
                .as(program.err())
                .isZero();
        assertThat(program.out())
                .contains("Flink SQL OVER", "Kafka Streams, rolling sums", "DuckDB over Parquet")
                .contains("speed-up over Flink SQL, spread z-score alone, heap")
                .contains("speed-up over DuckDB");
        assertThat(export).isNotEmptyFile();
    }

    /** A Python that has every package and says what it is told to. */
    @Test
    void measuresAPeerInPythonByWhatItSaysOfItself() throws Exception {
        TestingProgram program = new TestingProgram();
        String line =
                "bench peers --events 3000 --instruments 5 --rounds 1 --peers pandas --python ";
        assertThat(program.run(line + python("echo measured 6000000 12000000 1"))).isZero();
        // 6 ms for 3,000 events are 2 us each; 3,000 events in 12 ms are 250,000 a second
        assertThat(program.out()).containsPattern("pandas, samples.* 250,000 +2\\.00 ");

        assertThat(program.run(line + python("echo other values; exit 1"))).isEqualTo(1);
        assertThat(program.err()).contains("other values");

        assertThat(program.run(line + folder.resolve("none"))).isZero();
        assertThat(program.out()).contains("skipped: no Python with pandas");
    }

    private Path python(String script) throws IOException {
        String packages = "if [ \"$1\" = -c ]; then exit 0; fi\n";
        Path file = folder.resolve("python");
        Files.writeString(file, "#!/bin/sh\n" + packages + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** Only where there is such a Python, named by PEERS_PYTHON. */
    @Test
    void comparesTheSamplesOfEachPeerInPythonWithOurs() throws Exception {
        String python = System.getenv().getOrDefault("PEERS_PYTHON", "python3");
        assumeThat(PythonPeers.find(python, Path.of("..", "bench", "peers"))).isNotNull();
        TestingProgram program = new TestingProgram();
        assertThat(
                        program.run(
                                "bench peers --events 20000 --instruments 5 --rounds 1 --peers"
                                        + " backfill,pandas,polars,river --python "
                                        + python))
                .as(program.err())
                .isZero();
        assertThat(program.err()).contains("rows compared", "ofi_10s: ", "volume_z_1s: ");
        assertThat(program.out()).contains("speed-up over pandas", "speed-up over polars");
    }

    @Test
    void refusesResultsThatAreOthersThanExpected() {
        SpreadReference reference = new SpreadReference(2, Map.of("a", 1.5));
        reference.require("peer", 2, Map.of("a", 1.5 + 1e-9));
        assertThatThrownBy(() -> reference.require("peer", 2, Map.of("a", 1.51)))
                .hasMessage("peer: the last score of a is 1.51, expected 1.5");
        assertThatThrownBy(() -> reference.require("peer", 1, Map.of("a", 1.5)))
                .hasMessage("peer gave 1 rows for 2 quotes");
    }

    @Test
    void scoresByTheSampleDeviation() {
        // mean 2, squares 1 + 0 + 1, sd = sqrt(2 / 2) = 1
        assertThat(SpreadReference.score(3, new double[] {1, 2, 3, 99}, 3)).isEqualTo(1);
    }
}
