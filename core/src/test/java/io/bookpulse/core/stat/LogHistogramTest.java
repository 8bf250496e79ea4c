package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogHistogramTest {
    private static final double ACCURACY = 0.01;
    private static final long SECOND = 1_000_000_000L;

    private final LogHistogram histogram = new LogHistogram(ACCURACY, 1e-6, 1e6, 100);
    private final LogHistogramState state = histogram.newState();

    @Test
    void knowsNothingBeforeTheFirstValue() {
        assertThat(histogram.quantile(state, 0.5)).isNaN();
        histogram.add(state, Double.NaN);
        assertThat(histogram.quantile(state, 0.5)).isNaN();
        assertThat(histogram.weight(state)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 1.0 / 3, 0.5, 0.9, 0.999, 1})
    void staysWithinItsAccuracyOfTheExactQuantile(double p) {
        double[] values = lognormal(1, 5_000);
        for (double x : values) {
            histogram.add(state, x);
        }
        Arrays.sort(values);
        int rank = Math.max(0, (int) Math.ceil(p * values.length) - 1);
        double exact = values[rank];
        assertThat(histogram.quantile(state, p))
                .isCloseTo(exact, within(1.0001 * ACCURACY * exact));
    }

    @Test
    void weighsByAge() {
        double[] values = lognormal(2, 3_000);
        for (int i = 0; i < values.length; i++) {
            histogram.decay(state, i * SECOND);
            histogram.add(state, values[i]);
        }
        double exact = weightedMedian(values);
        double weight = 1 / -Math.expm1(-1 / 100.0);
        assertThat(histogram.quantile(state, 0.5))
                .isCloseTo(exact, within(1.0001 * ACCURACY * exact));
        assertThat(histogram.weight(state)).isCloseTo(weight, within(1e-6));
    }

    @Test
    void forgetsWhatIsLongGone() {
        histogram.decay(state, 0);
        histogram.add(state, 5);
        histogram.decay(state, 100 * SECOND);
        assertThat(histogram.weight(state)).isCloseTo(Math.exp(-1), within(1e-12));
        histogram.decay(state, 1_000_000 * SECOND);
        assertThat(histogram.quantile(state, 0.5)).isNaN();
        histogram.add(state, 7);
        assertThat(histogram.quantile(state, 0.5)).isCloseTo(7, within(0.07));
    }

    @Test
    void takesEarlierTimesAsNoTime() {
        histogram.decay(state, 50 * SECOND);
        histogram.add(state, 5);
        histogram.decay(state, 0);
        assertThat(histogram.weight(state)).isEqualTo(1);
    }

    @Test
    void countsWhatIsOutsideInTheEndBuckets() {
        for (double x : new double[] {0, -3, 1e-9, 1e9, Double.POSITIVE_INFINITY}) {
            histogram.add(state, x);
        }
        assertThat(histogram.weight(state)).isEqualTo(5);
        assertThat(histogram.quantile(state, 0.5)).isEqualTo(1e-6);
        assertThat(histogram.quantile(state, 1)).isCloseTo(1e6, within(2 * ACCURACY * 1e6));
    }

    @Test
    void boundsItsState() {
        assertThat(state.buckets.length)
                .isEqualTo(1 + (int) Math.ceil(Math.log(1e12) / 0.020000667));
    }

    @Test
    void remembersADayUnlessToldOtherwise() {
        LogHistogram daily = new LogHistogram(ACCURACY, 1e-6, 1e6);
        LogHistogramState dailyState = daily.newState();
        daily.decay(dailyState, 0);
        daily.add(dailyState, 1);
        daily.decay(dailyState, 86_400 * SECOND);
        assertThat(daily.weight(dailyState)).isCloseTo(Math.exp(-1), within(1e-12));
    }

    @Test
    void refusesParametersOutOfRange() {
        assertThatThrownBy(() -> new LogHistogram(0, 1, 2)).hasMessageContaining("accuracy");
        assertThatThrownBy(() -> new LogHistogram(0.1, 0, 2)).hasMessageContaining("lowest");
        assertThatThrownBy(() -> new LogHistogram(0.1, 2, 2)).hasMessageContaining("highest");
        assertThatThrownBy(() -> new LogHistogram(0.1, 1, 2, 0)).hasMessageContaining("theta");
        assertThatThrownBy(() -> histogram.quantile(state, 1.5)).hasMessageContaining("p is 1.5");
    }

    private static double[] lognormal(long seed, int length) {
        return Arrays.stream(SeededStreams.gaussian(seed, length)).map(Math::exp).toArray();
    }

    private static double weightedMedian(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            total += Math.exp(-(values.length - 1 - i) / 100.0);
        }
        double below = 0;
        int rank = -1;
        while (below < 0.5 * total) {
            below += Math.exp(-(values.length - 1 - order[++rank]) / 100.0);
        }
        return values[order[rank]];
    }
}
