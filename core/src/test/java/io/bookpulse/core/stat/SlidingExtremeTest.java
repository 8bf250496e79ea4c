package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingExtremeTest {
    private static final long WINDOW = 6_400;
    private static final long GRAIN = WINDOW / SlidingExtreme.GRAINS;

    /** The extreme of the values at or after a time. */
    private static double naive(int sign, List<long[]> times, List<Double> values, long since) {
        double extreme = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            if (times.get(i)[0] >= since
                    && (Double.isNaN(extreme) || sign * (values.get(i) - extreme) > 0)) {
                extreme = values.get(i);
            }
        }
        return extreme;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1, 1", "1, 30", "-1, 30", "1, 400", "-1, 400", "1, 5000", "-1, 5000"})
    void liesBetweenTheExtremesOfTheWindowAndOfAGrainLess(int sign, int meanStep) {
        SlidingExtreme extreme = new SlidingExtreme(sign, WINDOW);
        SlidingExtremeState state = extreme.newState();
        RandomGenerator random = SeededStreams.generator(7);
        List<long[]> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        long time = 0;
        double x = 0;
        for (int i = 0; i < 3_000; i++) {
            time += random.nextInt(2 * meanStep + 1);
            x += random.nextGaussian();
            times.add(new long[] {time});
            values.add(x);
            extreme.push(state, time, x);

            double most = sign * naive(sign, times, values, time - WINDOW);
            double least = sign * naive(sign, times, values, time - WINDOW + GRAIN);
            assertThat(sign * extreme.value(state)).isBetween(least, most);
            assertThat(state.count).isLessThanOrEqualTo(state.values.length);
        }
    }

    @Test
    void isExactWhereValuesAreAGrainApart() {
        SlidingExtreme extreme = new SlidingExtreme(1, WINDOW);
        SlidingExtremeState state = extreme.newState();
        List<long[]> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double[] stream = SeededStreams.gaussian(3, 2_000);
        for (int i = 0; i < stream.length; i++) {
            long time = i * GRAIN;
            times.add(new long[] {time});
            values.add(stream[i]);
            extreme.push(state, time, stream[i]);
            assertThat(extreme.value(state)).isEqualTo(naive(1, times, values, time - WINDOW));
        }
    }

    /** The way down of a crash, however dense: where it came from is still known at its end. */
    @Test
    void remembersWhereALongMoveCameFrom() {
        SlidingExtreme highest = new SlidingExtreme(1, WINDOW);
        SlidingExtremeState state = highest.newState();
        for (int i = 0; i <= WINDOW; i++) {
            highest.push(state, i, 1e6 - i);
        }
        assertThat(highest.value(state)).isEqualTo(1e6);
        assertThat(highest.timeNanos(state)).isZero();
        highest.push(state, WINDOW + 1, 0);
        assertThat(highest.value(state)).isEqualTo(1e6 - GRAIN);
        assertThat(highest.timeNanos(state)).isEqualTo(GRAIN);
    }

    @Test
    void knowsNothingBeforeTheFirstValueAndAfterClearing() {
        SlidingExtreme lowest = new SlidingExtreme(-1, WINDOW);
        SlidingExtremeState state = lowest.newState();
        assertThat(lowest.value(state)).isNaN();
        lowest.push(state, 10, 3);
        lowest.push(state, 200, 4);
        assertThat(lowest.value(state)).isEqualTo(3);
        lowest.clear(state);
        assertThat(lowest.value(state)).isNaN();
        lowest.push(state, 300, 5);
        assertThat(lowest.value(state)).isEqualTo(5);
        assertThat(lowest.timeNanos(state)).isEqualTo(300);
    }
}
