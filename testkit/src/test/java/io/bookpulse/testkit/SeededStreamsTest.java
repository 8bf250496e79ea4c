package io.bookpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeededStreamsTest {
    private static final int LENGTH = 100_000;

    @Test
    void repeatsItselfForASeedAndDiffersForAnother() {
        double[] first = SeededStreams.gaussian(1, 10);
        assertThat(SeededStreams.gaussian(1, 10)).containsExactly(first);
        assertThat(SeededStreams.gaussian(2, 10)).isNotEqualTo(first);
    }

    @Test
    void gaussianHasMeanZeroAndVarianceOne() {
        double[] values = SeededStreams.gaussian(3, LENGTH);
        assertThat(mean(values)).isCloseTo(0, within(0.02));
        assertThat(lagged(values, 0)).isCloseTo(1, within(0.03));
    }

    @Test
    void autoregressiveKeepsVarianceOneAndHasItsCorrelation() {
        double[] values = SeededStreams.autoregressive(4, LENGTH, 0.64);
        assertThat(lagged(values, 0)).isCloseTo(1, within(0.05));
        assertThat(lagged(values, 1)).isCloseTo(0.64, within(0.05));
    }

    @Test
    void studentHasItsVariance() {
        double[] values = SeededStreams.studentT(5, LENGTH, 10);
        assertThat(lagged(values, 0)).isCloseTo(10.0 / 8, within(0.05));
    }

    @Test
    void withMissingReplacesTheAskedShare() {
        double[] values = SeededStreams.withMissing(6, new double[LENGTH], 0.3);
        double share = Arrays.stream(values).filter(Double::isNaN).count() / (double) LENGTH;
        assertThat(share).isCloseTo(0.3, within(0.01));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double lagged(double[] values, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += values[i] * values[i - lag];
        }
        return sum / (values.length - lag);
    }
}
