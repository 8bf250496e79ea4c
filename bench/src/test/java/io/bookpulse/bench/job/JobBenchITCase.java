package io.bookpulse.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import org.junit.jupiter.api.Test;

class JobBenchITCase {
    private final TestingProgram program = new TestingProgram();

    @Test
    void measuresEachVariantAndSaysThatItWasTooShort() {
        assertThat(
                        program.run(
                                "bench job --events 10000 --instruments 10 --parallelism 2"
                                        + " --rounds 1 --least-span 1 --backend heap"))
                .as(program.err())
                .isZero();
        assertMeasured("10 instruments, parallelism 2, heap, binary");
    }

    @Test
    void readsTheSameMarketFromJsonIntoRocksDb() {
        assertThat(
                        program.run(
                                "bench job --events 5000 --instruments 5 --rounds 1 --input json --least-span 1"))
                .as(program.err())
                .isZero();
        assertMeasured("5 instruments, parallelism 1, RocksDB, JSON");
    }

    private void assertMeasured(String label) {
        assertThat(program.out())
                .contains(label)
                .containsPattern("plain-loop +[\\d,]+ +\\d+\\.\\d\\d")
                .containsPattern("market +[-\\d,]+ ")
                .containsPattern("pipeline +[-\\d,]+ ")
                .containsPattern("[1-5] checkpoints, all keys changed: synchronous \\d+ ms")
                .containsPattern(
                        "in the plain loop: live heap [\\d,]{5,} bytes, all states serialised [\\d,]{4,}")
                .contains("Too short to mean much");
        assertThat(program.err()).contains("round 1 of 1", "pipeline: ");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(program.run("bench job --events 10")).isEqualTo(2);
        assertThat(program.err())
                .startsWith("bookpulse: --events is 10, must be from 1,000 to 1,000,000,000.");
    }

    @Test
    void namesTheBenchesThatThereAre() {
        assertThat(program.run("bench")).isEqualTo(2);
        assertThat(program.err()).contains("Missing command: bench ").contains("job");
    }
}
