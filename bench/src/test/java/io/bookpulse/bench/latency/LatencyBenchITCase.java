package io.bookpulse.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import io.bookpulse.jobs.config.Delivery;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyBenchITCase {
    private static final LatencyLoad HALF = new LatencyLoad(50, Delivery.AT_LEAST_ONCE);

    @Test
    void findsTheMaximumAndMeasuresAShareOfIt() {
        TestingProgram program = new TestingProgram();
        assertThat(
                        program.run(
                                "bench latency --seconds 2 --first-rate 200000 --step-seconds 1 --loads 1"
                                        + " --exactly-once-loads 1 --set watermark.out-of-order=50ms"))
                .as(program.err())
                .isZero();
        assertThat(program.err()).containsPattern("maximum load: [\\d,]+ events/s");
        assertThat(program.out())
                .contains("Less the disorder bound of 50 ms:")
                .containsPattern("1 %, at-least-once +[\\d,]+ +\\d+ ")
                .containsPattern("1 %, exactly-once +[\\d,]+ +\\d+ ");
    }

    @Test
    void subtractsTheDisorderBound() {
        Histogram micros = new Histogram(3);
        micros.recordValue(80_000);
        LatencyResult result = new LatencyResult(HALF, 1_000, 0, micros);
        assertThat(result.millis(99, 50)).isBetween(30.0, 30.1);
        assertThat(LatencyTable.figures(List.of(result), 50, "run"))
                .anySatisfy(
                        figure -> {
                            assertThat(figure.name()).contains("p99");
                            assertThat(figure.measured()).startsWith("30.");
                        });
        assertThat(new LatencyResult(HALF, 1, 0, new Histogram(3)).millis(99, 50)).isNaN();
    }
}
