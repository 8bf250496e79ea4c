package io.bookpulse.bench.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import org.junit.jupiter.api.Test;

class CepBenchITCase {
    @Test
    void measuresBothBackendsAndFindsEveryExcursion() {
        TestingProgram program = new TestingProgram();
        assertThat(program.run("bench cep --instruments 3000 --minutes 6 --marks 3 --patience 10"))
                .as(program.err())
                .isZero();
        assertThat(program.out())
                .containsPattern("(?m)^ *\\d+ +\\d+\\.\\d\\d +\\d+\\.\\d +\\d+\\.\\d")
                .contains("All state in RocksDB:");
        assertThat(program.err()).contains("s of event time");
    }
}
