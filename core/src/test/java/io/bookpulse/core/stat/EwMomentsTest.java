package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EwMomentsTest {
    private static final double THETA = 10;
    private static final long SECOND = 1_000_000_000L;
    private static final double ALPHA = 1 - Math.exp(-1 / THETA);

    private final EwMoments moments = new EwMoments(THETA);
    private final EwMomentsState state = moments.newState();

    @Test
    void knowsNothingBeforeTheFirstValue() {
        assertThat(moments.mean(state)).isNaN();
        assertThat(moments.standardDeviation(state)).isNaN();
        assertThat(moments.weight(state)).isZero();
    }

    @Test
    void takesTheFirstValueAsMeanWithoutDeviation() {
        moments.update(state, 0, 7);
        assertThat(moments.mean(state)).isEqualTo(7);
        assertThat(moments.standardDeviation(state)).isNaN();
    }

    @Test
    void followsTheDefinitionOnceTheMemoryIsFull() {
        double[] values = SeededStreams.gaussian(1, 1_000);
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            moments.update(state, i * SECOND, values[i]);
            double deviation = values[i] - mean;
            mean += ALPHA * deviation;
            variance = (1 - ALPHA) * (variance + ALPHA * deviation * deviation);
        }
        double unbiased = variance / (1 - ALPHA / (2 - ALPHA));
        assertThat(moments.mean(state)).isCloseTo(mean, within(1e-12));
        assertThat(moments.standardDeviation(state)).isCloseTo(Math.sqrt(unbiased), within(1e-12));
    }

    @Test
    void equalsWeightedSumsAtIrregularTimes() {
        RandomGenerator random = SeededStreams.generator(2);
        double[] values = asRoundedAt(1e9, SeededStreams.gaussian(3, 500));
        long[] times = new long[values.length];
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + (long) (random.nextDouble() * 5 * SECOND);
        }
        for (int n = 0; n < values.length; n++) {
            moments.update(state, times[n], 1e9 + values[n]);
            if (n > 0) {
                NaiveEw oracle = new NaiveEw(THETA, Arrays.copyOf(times, n + 1));
                double sd = oracle.standardDeviation(values);
                assertThat(moments.mean(state) - 1e9).isCloseTo(oracle.mean(values), within(1e-6));
                assertThat(moments.standardDeviation(state)).isCloseTo(sd, within(1e-9 * sd));
            }
        }
    }

    @Test
    void isUnbiasedFromTheSecondValueOn() {
        moments.update(state, 0, 1);
        moments.update(state, SECOND, 3);
        double share = 1 / (2 - ALPHA);
        assertThat(moments.mean(state)).isCloseTo(1 + 2 * share, within(1e-12));
        assertThat(moments.standardDeviation(state)).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void hasNoDeviationInAConstantSeries() {
        for (int i = 0; i < 100; i++) {
            moments.update(state, i * SECOND, 0.1);
        }
        assertThat(moments.mean(state)).isEqualTo(0.1);
        assertThat(moments.standardDeviation(state)).isZero();
    }

    @Test
    void ignoresMissingValuesAndThoseWithoutTime() {
        moments.update(state, 0, 1);
        moments.update(state, 0, 50);
        moments.update(state, SECOND, Double.NaN);
        moments.update(state, SECOND, Double.POSITIVE_INFINITY);
        assertThat(moments.mean(state)).isEqualTo(1);
        moments.update(state, SECOND, 3);
        moments.update(state, SECOND, 50);
        assertThat(moments.standardDeviation(state)).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void forgetsDuringSilenceUnlessHeld() {
        for (int i = 0; i < 200; i++) {
            moments.update(state, i * SECOND, i % 2);
        }
        moments.hold(state, 499 * SECOND);
        moments.update(state, 500 * SECOND, 0);
        assertThat(moments.mean(state)).isCloseTo(0.5, within(0.1));
        moments.update(state, 1000 * SECOND, 9);
        assertThat(moments.mean(state)).isCloseTo(9, within(1e-12));
    }

    @Test
    void fillsItsMemoryToOneMinusOneOverEInTheta() {
        for (int i = 0; i < THETA; i++) {
            moments.update(state, i * SECOND, i);
        }
        assertThat(moments.weight(state)).isCloseTo(1 - Math.exp(-1), within(1e-12));
    }

    @Test
    void refusesTimeThatGoesBackwardsAndMemoryOfNothing() {
        moments.update(state, SECOND, 1);
        assertThatThrownBy(() -> moments.update(state, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> moments.hold(state, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EwMoments(0)).hasMessageContaining("thetaSeconds is 0");
    }

    private static double[] asRoundedAt(double offset, double[] values) {
        return Arrays.stream(values).map(x -> offset + x - offset).toArray();
    }
}
