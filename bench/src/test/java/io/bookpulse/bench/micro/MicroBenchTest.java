package io.bookpulse.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import org.junit.jupiter.api.Test;

class MicroBenchTest {
    private final TestingProgram program = new TestingProgram();

    @Test
    void runsEveryBenchmark() {
        assertThat(program.run("bench micro --quick --quiet")).as(program.err()).isZero();
        assertThat(program.out())
                .contains("| benchmark | ns/op | +/- | B/op |")
                .containsPattern("\\| DecoderBenchmark.binanceJson \\| [\\d.]+ \\|")
                .containsPattern("\\| MarketBenchmark.market \\| [\\d.]+ \\|")
                .containsPattern("\\| SerializerBenchmark.stateWrite \\| [\\d.]+ \\|")
                .containsPattern(
                        "JSON capture line to MarketEvent +[\\d.,]+ us( \\(\\w+\\))? +3 us +1 us");
        for (SampleJudge judge : SampleJudge.values()) {
            assertThat(program.out()).contains("DetectorBenchmark.judge " + judge);
        }
    }

    @Test
    void saysWhenNothingIsFound() {
        assertThat(program.run("bench micro --filter Nonsense")).isEqualTo(2);
        assertThat(program.err()).contains("--filter Nonsense is found in no benchmark's name.");
    }
}
