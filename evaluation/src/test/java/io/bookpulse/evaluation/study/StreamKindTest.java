package io.bookpulse.evaluation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamKindTest {
    private static final int LENGTH = 1_000_000;

    /** The fourth moment of t3 does not exist: its deviation converges slowly. */
    @ParameterizedTest
    @EnumSource
    void hasMeanZeroAndDeviationOne(StreamKind kind) {
        double[] values = kind.quiet(3, LENGTH);
        assertThat(mean(values, 0)).isCloseTo(0, within(0.01));
        assertThat(deviation(values, 0)).isCloseTo(1, within(0.05));
    }

    @Test
    void hasTheAutocorrelationThatItSays() {
        double[] values = StreamKind.AUTOREGRESSIVE.quiet(4, LENGTH);
        double sum = 0;
        for (int i = 1; i < LENGTH; i++) {
            sum += values[i] * values[i - 1];
        }
        assertThat(sum / LENGTH).isCloseTo(0.64, within(0.01));
    }

    /** P(|t3| > 5.841) = 0.01, from tables; here divided by sqrt(3). */
    @Test
    void hasTheTailThatItSays() {
        int beyond = 0;
        for (double x : StreamKind.HEAVY_TAIL.quiet(5, LENGTH)) {
            beyond += Math.abs(x) > 5.841 / Math.sqrt(3) ? 1 : 0;
        }
        assertThat((double) beyond / LENGTH).isCloseTo(0.01, within(0.0004));
    }

    @ParameterizedTest
    @EnumSource(names = "VARIANCE_SHIFT", mode = EnumSource.Mode.EXCLUDE)
    void movesTheMeanFromTheChangeOn(StreamKind kind) {
        double[] quiet = kind.quiet(6, 100);
        double[] shifted = kind.shifted(6, 100, 60, 1.5);
        for (int i = 0; i < 100; i++) {
            assertThat(shifted[i] - quiet[i]).isCloseTo(i < 60 ? 0 : 1.5, within(1e-12));
        }
    }

    @Test
    void multipliesTheDeviationWhereThatIsTheChange() {
        double[] quiet = StreamKind.VARIANCE_SHIFT.quiet(6, 100);
        double[] shifted = StreamKind.VARIANCE_SHIFT.shifted(6, 100, 60, 1.5);
        assertThat(shifted[59]).isEqualTo(quiet[59]);
        assertThat(shifted[60]).isEqualTo(2.5 * quiet[60]);
    }

    @Test
    void differsByKindAndSeedAndNothingElse() {
        assertThat(StreamKind.INDEPENDENT.quiet(7, 10))
                .isEqualTo(StreamKind.INDEPENDENT.quiet(7, 10))
                .isNotEqualTo(StreamKind.INDEPENDENT.quiet(8, 10))
                .isNotEqualTo(StreamKind.VARIANCE_SHIFT.quiet(7, 10));
    }

    private static double mean(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - from);
    }

    private static double deviation(double[] values, int from) {
        double mean = mean(values, from);
        double squares = 0;
        for (int i = from; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (values.length - from));
    }
}
