package io.bookpulse.bench.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import org.junit.jupiter.api.Test;

class CepBenchITCase {
    @Test
    void measuresBothBackendsAndFindsEveryExcursion() {
        TestingProgram program = new TestingProgram();
        assertThat(program.run("bench cep --instruments 600 --minutes 4 --marks 2 --patience 2"))
                .as(program.err())
                .isZero();
        assertThat(program.out())
                .containsPattern("(?m)^ *\\d+ +\\d+\\.\\d\\d +\\d+\\.\\d +\\d+\\.\\d")
                .contains("All state in RocksDB:");
        assertThat(program.err()).contains("s of event time");
    }
}
