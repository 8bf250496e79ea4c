package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.bookpulse.testkit.SeededStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values: Lucas and Saccucci (1990), as in Montgomery, Introduction to Statistical Quality
 * Control, table of run lengths of EWMA schemes; limits constant, ARL 500 in quiet.
 */
class EwmaRunLengthTest {
    @ParameterizedTest
    @CsvSource({
        "0.40, 3.054, 0, 500",
        "0.40, 3.054, 0.25, 224",
        "0.40, 3.054, 0.5, 71.2",
        "0.40, 3.054, 1, 14.3",
        "0.40, 3.054, 2, 3.5",
        "0.25, 2.998, 0, 500",
        "0.25, 2.998, 0.25, 170",
        "0.25, 2.998, 0.5, 48.2",
        "0.25, 2.998, 1, 11.1",
        "0.25, 2.998, 2, 3.6",
        "0.20, 2.962, 0, 500",
        "0.20, 2.962, 0.25, 150",
        "0.20, 2.962, 0.5, 41.8",
        "0.20, 2.962, 1, 10.5",
        "0.20, 2.962, 2, 3.7",
        "0.10, 2.814, 0, 500",
        "0.10, 2.814, 0.25, 106",
        "0.10, 2.814, 0.5, 31.3",
        "0.10, 2.814, 1, 10.3",
        "0.10, 2.814, 2, 4.4",
        "0.05, 2.615, 0, 500",
        "0.05, 2.615, 0.25, 84.1",
        "0.05, 2.615, 0.5, 28.8",
        "0.05, 2.615, 1, 11.4",
        "0.05, 2.615, 2, 5.2"
    })
    void agreesWithThePublishedTable(double weight, double limit, double delta, double expected) {
        // Lengths from 100 on are printed whole, limits to 0.001, which moves the longer run
        // lengths by 0.2 %.
        assertThat(EwmaRunLength.constantLimits(weight, limit, delta))
                .isCloseTo(expected, within((expected < 100 ? 0.05 : 0.5) + 0.002 * expected));
    }

    /** Without memory it is a chart of single values: ARL 1 / P(|x| > 3) = 370.4. */
    @Test
    void isTheShewhartChartWithAWeightOfOne() {
        assertThat(EwmaRunLength.constantLimits(1, 3, 0)).isCloseTo(370.398, within(0.01));
        assertThat(EwmaRunLength.exactLimits(1, 3, 0)).isCloseTo(370.398, within(0.01));
    }

    @Test
    void agreesWithASimulationOfTheExactLimits() {
        double[] noise = SeededStreams.gaussian(31, 4_000_000);
        EwmaChart chart = new EwmaChart(new EwmaParameters(0.1, 2.814));
        ChartState state = new ChartState();
        int alarms = 0;
        for (int i = 0; i < noise.length; i++) {
            chart.update(state, i, noise[i]);
            if (chart.statistic(state) > 2.814) {
                alarms++;
                chart.restart(state, i);
            }
        }
        // About 8,400 alarms: standard error 1.1 %.
        assertThat(EwmaRunLength.exactLimits(0.1, 2.814, 0))
                .isCloseTo((double) noise.length / alarms, withPercentage(3));
    }

    @ParameterizedTest
    @CsvSource({"500, 0.1", "86400, 0.1", "86400, 0.02", "100, 1", "1e8, 0.4"})
    void findsTheLimitOfARunLength(double samples, double weight) {
        double limit = EwmaRunLength.limitFor(samples, weight);
        assertThat(EwmaRunLength.exactLimits(weight, limit, 0))
                .isCloseTo(samples, withPercentage(0.1));
    }

    @Test
    void refusesARunLengthThatItCannotCompute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EwmaRunLength.limitFor(1e12, 0.1))
                .withMessageContaining("samples between false alarms");
    }
}
