package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
    private final TestingProgram program = new TestingProgram();

    @Test
    void saysWhereTheBenchesAreIfTheyAreNotInstalled() {
        assertThat(program.run("bench")).isEqualTo(2);
        assertThat(program.firstError())
                .contains("The benches are not installed here: run them with ./bookpulse bench");
    }
}
