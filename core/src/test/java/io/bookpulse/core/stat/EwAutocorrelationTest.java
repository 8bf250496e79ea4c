package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EwAutocorrelationTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double THETA = 50;

    private final EwAutocorrelation correlation = new EwAutocorrelation(THETA);
    private final EwAutocorrelationState state = correlation.newState();

    @Test
    void knowsNothingBeforeTwoPairs() {
        assertThat(correlation.value(state)).isNaN();
        update(0, 1);
        update(1, 2);
        assertThat(correlation.value(state)).isNaN();
        assertThat(correlation.weight(state)).isZero();
    }

    @Test
    void isNotDefinedForAConstantSeries() {
        for (int i = 0; i < 50; i++) {
            update(i, 0.1);
        }
        assertThat(correlation.value(state)).isNaN();
    }

    @Test
    void equalsTheWeightedCorrelationOfPairs() {
        double[] values = SeededStreams.autoregressive(1, 300, 0.64);
        Arrays.setAll(values, i -> 1e6 + values[i] - 1e6);
        for (int n = 0; n < values.length; n++) {
            update(n, 1e6 + values[n]);
            if (n >= 3) {
                assertThat(correlation.value(state)).isCloseTo(naive(values, n), within(1e-9));
            }
        }
    }

    @Test
    void findsTheCorrelationOfAnAutoregressiveSeries() {
        EwAutocorrelation slow = new EwAutocorrelation(20_000);
        EwAutocorrelationState slowState = slow.newState();
        double[] values = SeededStreams.autoregressive(2, 100_000, 0.64);
        for (int i = 0; i < values.length; i++) {
            slow.update(slowState, i * SECOND, values[i]);
        }
        assertThat(slow.value(slowState)).isCloseTo(0.64, within(0.03));
    }

    @Test
    void reachesItsBoundsOnPerfectSeries() {
        for (int i = 0; i < 100; i++) {
            update(i, i % 2);
        }
        assertThat(correlation.value(state))
                .isCloseTo(-1, within(1e-12))
                .isGreaterThanOrEqualTo(-1);
    }

    @Test
    void makesNoPairAcrossAMissingValueOrAHold() {
        double[] values = {3, 1, 4, 1, 5};
        for (int i = 0; i < values.length; i++) {
            update(i, values[i]);
        }
        double before = correlation.value(state);
        update(5, Double.NaN);
        update(6, 1000);
        assertThat(correlation.value(state)).isEqualTo(before);
        correlation.hold(state, 7 * SECOND);
        update(8, -1000);
        assertThat(correlation.value(state)).isEqualTo(before);
        update(9, 2);
        assertThat(correlation.value(state)).isNotEqualTo(before);
    }

    private void update(int second, double x) {
        correlation.update(state, second * SECOND, x);
    }

    private static double naive(double[] values, int last) {
        long[] times = new long[last];
        Arrays.setAll(times, i -> i * SECOND);
        NaiveEw weights = new NaiveEw(THETA, times);
        double[] earlier = Arrays.copyOfRange(values, 0, last);
        double[] later = Arrays.copyOfRange(values, 1, last + 1);
        return weights.covariance(earlier, later)
                / Math.sqrt(
                        weights.covariance(earlier, earlier) * weights.covariance(later, later));
    }
}
