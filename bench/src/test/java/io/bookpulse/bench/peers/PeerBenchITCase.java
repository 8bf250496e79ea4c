package io.bookpulse.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.bench.TestingProgram;
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
                                "bench peers --events 3000 --instruments 5 --rounds 1 --peers"
                                        + " pipeline_heap,backfill,sql_heap,kafka_streams,duckdb_median"
                                        + " --export "
                                        + export))
                .as(program.err())
                .isZero();
        assertThat(program.out())
                .contains("Flink SQL OVER", "Kafka Streams window store", "DuckDB over Parquet")
                .contains("speed-up over Flink SQL, spread z-score alone, heap")
                .contains("speed-up over DuckDB");
        assertThat(export).isNotEmptyFile();
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
