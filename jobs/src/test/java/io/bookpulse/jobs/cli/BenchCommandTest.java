package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
    private final TestingProgram program = new TestingProgram();

    @Test
    void asksForWhatTheOptionsSay() {
        assertThat(program.run("bench", "job", "--events", "2000", "--rounds", "2", "--heap"))
                .as(program.err())
                .isZero();
        BenchRequest request = (BenchRequest) program.runner.requests.get(0);
        assertThat(request.events()).isEqualTo(2_000);
        assertThat(request.rounds()).isEqualTo(2);
        assertThat(request.heap()).isTrue();
        assertThat(request.instruments()).isEqualTo(1_000);
    }

    @Test
    void refusesTooFewEvents() {
        assertThat(program.run("bench", "job", "--events", "10")).isEqualTo(2);
        assertThat(program.firstError())
                .isEqualTo("bookpulse: --events is 10, must be from 1,000 to 1,000,000,000.");
    }

    @Test
    void namesTheCommandThatIsMissing() {
        assertThat(program.run("bench")).isEqualTo(2);
        assertThat(program.firstError()).contains("Missing command: bench job");
    }
}
