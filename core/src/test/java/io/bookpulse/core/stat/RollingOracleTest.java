package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The windows against their naive oracle, at each slot of each stream, within 1e-9 relative. */
class RollingOracleTest {
    private static final double TOLERANCE = 1e-9;

    static Stream<Arguments> streams() {
        return Stream.of(Series.values())
                .flatMap(
                        series ->
                                IntStream.of(1, 2, 7, 60, 5_000)
                                        .mapToObj(window -> Arguments.of(series, window)));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void momentsEqualRecomputation(Series series, int window) {
        RollingMoments moments = new RollingMoments(window);
        RollingMomentsState state = moments.newState();
        NaiveWindow oracle = new NaiveWindow(window);
        double[] values = series.stream();
        for (int i = 0; i < values.length; i++) {
            moments.push(state, values[i]);
            oracle.push(values[i]);
            if (isCompared(i, window)) {
                String where = series + " window " + window + " slot " + i;
                double sd = oracle.standardDeviation();
                assertThat(moments.count(state)).as(where).isEqualTo(oracle.values().length);
                assertNear(moments.standardDeviation(state), sd, sd, where);
                double mean = oracle.mean();
                double scale = Math.max(Math.abs(mean), Double.isNaN(sd) ? 0 : sd);
                assertNear(moments.mean(state), mean, scale, where);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void sumEqualsExactRecomputation(Series series, int window) {
        RollingSum sum = new RollingSum(window);
        RollingSumState state = sum.newState();
        NaiveWindow oracle = new NaiveWindow(window);
        double[] values = series.stream();
        for (int i = 0; i < values.length; i++) {
            sum.push(state, values[i]);
            oracle.push(values[i]);
            if (isCompared(i, window)) {
                String where = series + " window " + window + " slot " + i;
                double expected = oracle.sum();
                assertThat(sum.count(state)).as(where).isEqualTo(oracle.values().length);
                assertNear(sum.sum(state), expected, Math.abs(expected), where);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void medianEqualsSorting(Series series, int window) {
        RollingMedian median = new RollingMedian(window);
        RollingMedianState state = median.newState();
        NaiveWindow oracle = new NaiveWindow(window);
        double[] values = series.stream();
        for (int i = 0; i < values.length; i++) {
            median.push(state, values[i]);
            oracle.push(values[i]);
            if (isCompared(i, window)) {
                String where = series + " window " + window + " slot " + i;
                double expected = oracle.median();
                assertThat(median.count(state)).as(where).isEqualTo(oracle.values().length);
                assertNear(median.median(state), expected, Math.abs(expected), where);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void quantileEqualsSorting(Series series, int window) {
        RollingMedian logic = new RollingMedian(window);
        RollingMedianState state = logic.newState();
        NaiveWindow oracle = new NaiveWindow(window);
        double[] values = series.stream();
        for (int i = 0; i < values.length; i++) {
            logic.push(state, values[i]);
            oracle.push(values[i]);
            if (isCompared(i, window)) {
                double[] sorted = oracle.values().clone();
                Arrays.sort(sorted);
                String where = series + " window " + window + " slot " + i;
                double expected = interpolated(sorted, 0.95);
                assertNear(logic.quantile(state, 0.95), expected, Math.abs(expected), where);
            }
        }
    }

    private static double interpolated(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = p * (sorted.length - 1);
        double low = sorted[(int) Math.floor(position)];
        double high = sorted[(int) Math.ceil(position)];
        return low + (position - Math.floor(position)) * (high - low);
    }

    /** All slots of small windows, each 97th of the large one: the oracle is slow. */
    private static boolean isCompared(int slot, int window) {
        return window <= 60 || slot % 97 == 0;
    }

    private static void assertNear(double actual, double expected, double scale, String where) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(where).isNaN();
        } else {
            double tolerance = TOLERANCE * scale;
            assertThat(Math.abs(actual - expected)).as(where).isLessThanOrEqualTo(tolerance);
        }
    }
}
