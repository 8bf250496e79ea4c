package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The median absolute deviation of a window, and the robust score that it gives. */
class MedianDeviationTest {
    private static double naive(double[] values) {
        double median = median(values);
        return median(Arrays.stream(values).map(x -> Math.abs(x - median)).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 60, 61})
    void equalsRecomputation(int window) {
        RollingMedian rolling = new RollingMedian(window);
        RollingMedianState state = rolling.newState();
        NaiveWindow oracle = new NaiveWindow(window);
        double[] values = SeededStreams.withMissing(3, SeededStreams.studentT(61, 5_000, 2), 0.2);
        for (int i = 0; i < values.length; i++) {
            // Half of the series in ticks, so that many values tie.
            double x = i % 1_000 < 500 ? Math.rint(values[i] * 2) : values[i];
            rolling.push(state, x);
            oracle.push(x);
            if (oracle.values().length > 0) {
                assertThat(rolling.medianDeviation(state))
                        .isCloseTo(naive(oracle.values()), within(1e-12));
            } else {
                assertThat(rolling.medianDeviation(state)).isNaN();
            }
        }
    }

    /** G16: the score of 100 in (1, 2, 2, 3, 100) is 66.1000944; 1.4826 gives it to 1e-4. */
    @Test
    void givesTheRobustScoreOfTheGoldenVector() {
        RollingMedian rolling = new RollingMedian(5);
        RollingMedianState state = rolling.newState();
        for (double x : new double[] {1, 2, 2, 3, 100}) {
            rolling.push(state, x);
        }
        assertThat(rolling.median(state)).isEqualTo(2);
        assertThat(rolling.medianDeviation(state)).isEqualTo(1);
        double z = ZScore.robust(100, rolling.median(state), rolling.medianDeviation(state), 0.1);
        assertThat(z).isCloseTo(66.1000944, within(5e-4));
    }
}
