package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZScoreTest {
    private static final double TICK = 0.01;

    @Test
    void floorsTheSpreadAtAQuarterTick() {
        double floor = ZScore.spreadFloor(TICK);
        assertThat(floor).isEqualTo(0.0025);
        assertThat(ZScore.of(0.02, 0.01, 0, floor)).isCloseTo(4, within(1e-12));
        assertThat(ZScore.isDegenerate(0, floor)).isTrue();
    }

    @Test
    void leavesALargerDeviationAlone() {
        assertThat(ZScore.of(7, 1, 2, 0.5)).isEqualTo(3);
        assertThat(ZScore.isDegenerate(2, 0.5)).isFalse();
        assertThat(ZScore.isDegenerate(0.5, 0.5)).isFalse();
    }

    @Test
    void floorsOtherValuesRelativeToTheirMean() {
        assertThat(ZScore.floor(0.2)).isEqualTo(1e-9);
        assertThat(ZScore.floor(-5e6)).isCloseTo(5e-3, within(1e-15));
    }

    @Test
    void isMissingWithoutABaseline() {
        assertThat(ZScore.of(1, Double.NaN, 1, 0.1)).isNaN();
        assertThat(ZScore.of(1, 0, Double.NaN, 0.1)).isNaN();
        assertThat(ZScore.isDegenerate(Double.NaN, 0.1)).isFalse();
    }

    @Test
    void neverPassesThreeInclusivelyBelowElevenValues() {
        assertThat(ZScore.inclusiveBound(10)).isLessThan(3);
        assertThat(ZScore.inclusiveBound(11)).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 30, 60})
    void reachesTheInclusiveBoundWithOneOutlierAndNeverPassesIt(int n) {
        RollingMoments moments = new RollingMoments(n);
        RollingMomentsState state = moments.newState();
        double largest = 0;
        for (double x : SeededStreams.studentT(n, 10_000, 1)) {
            moments.push(state, x);
            if (moments.count(state) == n) {
                double z = (x - moments.mean(state)) / moments.standardDeviation(state);
                largest = Math.max(largest, Math.abs(z));
            }
        }
        assertThat(largest).isLessThanOrEqualTo(ZScore.inclusiveBound(n) * (1 + 1e-9));
        moments.skip(state, n);
        for (int i = 1; i < n; i++) {
            moments.push(state, 0);
        }
        moments.push(state, 1);
        double z = (1 - moments.mean(state)) / moments.standardDeviation(state);
        assertThat(z).isCloseTo((n - 1) / Math.sqrt(n), within(1e-9));
    }

    /** Against the definition: mean and deviation of the others and x together. */
    @Test
    void inclusiveScoreIsThatOfTheWindowWithTheValue() {
        double[] values = SeededStreams.gaussian(81, 60);
        double x = 4;
        double mean = Arrays.stream(values).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 59);
        double all = (Arrays.stream(values).sum() + x) / 61;
        double squares =
                Arrays.stream(values).map(v -> (v - all) * (v - all)).sum() + (x - all) * (x - all);
        assertThat(ZScore.inclusive(x, mean, sd, 60))
                .isCloseTo((x - all) / Math.sqrt(squares / 60), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 60})
    void inclusiveScoreIsBoundedHoweverFarOut(int others) {
        double bound = ZScore.inclusiveBound(others + 1);
        for (double x : new double[] {1, 10, 1e3, 1e6, 1e12}) {
            assertThat(ZScore.inclusive(x, 0, 1, others)).isLessThanOrEqualTo(bound + 1e-12);
        }
        assertThat(ZScore.inclusive(1e12, 0, 1, others)).isCloseTo(bound, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 0.5, 3, 6})
    void plainScoreIsFoundFromTheInclusiveOne(double plain) {
        double inclusive = ZScore.inclusive(plain, 0, 1, 60);
        assertThat(ZScore.ofInclusive(inclusive, 60)).isCloseTo(plain, within(1e-9));
    }
}
