package io.bookpulse.simulation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuietNoiseTest {
    private static final int LENGTH = 400_000;

    @ParameterizedTest
    @EnumSource(NoiseKind.class)
    void hasMeanZeroAndVarianceOne(NoiseKind kind) {
        double[] x = values(kind, 5);
        assertThat(mean(x, 1)).isCloseTo(0, within(0.02));
        // Student's t with 3 degrees of freedom has no fourth moment: its sample variance is rough.
        assertThat(mean(x, 2)).isCloseTo(1, within(kind == NoiseKind.STUDENT ? 0.3 : 0.05));
    }

    @Test
    void isAutocorrelatedAsStated() {
        assertThat(lagOne(values(NoiseKind.AUTOREGRESSIVE, 6))).isCloseTo(0.64, within(0.005));
        assertThat(lagOne(values(NoiseKind.INDEPENDENT, 6))).isCloseTo(0, within(0.006));
        assertThat(lagOne(values(NoiseKind.CLUSTERED, 6))).isCloseTo(0, within(0.02));
    }

    /** Tables of t with 3 degrees of freedom: |t| above 5.841 in 1 % of cases; t = x sqrt(3). */
    @Test
    void hasTheTailsOfStudentsDistribution() {
        int beyond = 0;
        for (double x : values(NoiseKind.STUDENT, 7)) {
            beyond += Math.abs(x * Math.sqrt(3)) > 5.841 ? 1 : 0;
        }
        assertThat(beyond / (double) LENGTH).isCloseTo(0.01, within(0.0006));
    }

    /**
     * Of squares: {@code a (1 - a b - b^2) / (1 - 2 a b - b^2)}, a = 0.08, b = 0.91, is 0.26
     * (Bollerslev 1988); kurtosis {@code 3 (1 - (a + b)^2) / (1 - (a + b)^2 - 2 a^2)} is 8.4.
     */
    @Test
    void clustersAsStated() {
        double[] squares = values(NoiseKind.CLUSTERED, 8);
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= squares[i];
        }
        assertThat(lagOne(squares)).isCloseTo(0.26, within(0.08));
        double[] independent = values(NoiseKind.INDEPENDENT, 8);
        assertThat(mean(values(NoiseKind.CLUSTERED, 8), 4)).isGreaterThan(4);
        assertThat(mean(independent, 4)).isCloseTo(3, within(0.1));
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(values(NoiseKind.CLUSTERED, 9)).isEqualTo(values(NoiseKind.CLUSTERED, 9));
        assertThat(values(NoiseKind.CLUSTERED, 9)).isNotEqualTo(values(NoiseKind.CLUSTERED, 10));
    }

    private static double[] values(NoiseKind kind, long seed) {
        QuietNoise noise = new QuietNoise(kind, seed);
        double[] values = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = noise.next();
        }
        return values;
    }

    private static double mean(double[] x, int power) {
        double sum = 0;
        for (double each : x) {
            sum += Math.pow(each, power);
        }
        return sum / x.length;
    }

    private static double lagOne(double[] x) {
        double mean = mean(x, 1);
        double products = 0;
        double squares = 0;
        for (int i = 1; i < x.length; i++) {
            products += (x[i] - mean) * (x[i - 1] - mean);
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return products / squares;
    }
}
