package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import io.bookpulse.testkit.SeededStreams;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailQuantileTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double RARE = 1.929e-5;
    private static final int DAYS = 3 * 86_400;

    private static final TailQuantile TAIL = new TailQuantile(0.1, 1e5, 1);

    /** An exponential variable passes x with probability e^-x. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4, RARE, 1e-6})
    void goesOnWithAnExponentialTail(double p) {
        LogHistogramState state = of(u -> -Math.log(u));
        assertThat(TAIL.of(state, p)).isCloseTo(-Math.log(p), withPercentage(25));
    }

    /** A Pareto variable of index 3 passes x with probability x^-3. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4, RARE})
    void goesOnWithAHeavyTail(double p) {
        LogHistogramState state = of(u -> Math.pow(u, -1 / 3.0));
        assertThat(TAIL.of(state, p)).isCloseTo(Math.pow(p, -1 / 3.0), withPercentage(25));
    }

    /** A uniform variable up to 10 never passes 10. */
    @Test
    void stopsWhereATailEnds() {
        LogHistogramState state = of(u -> 10 * (1 - u));
        assertThat(TAIL.of(state, RARE)).isBetween(9.5, 12.0);
    }

    /** Of tables: Phi^-1(1 - 1.929e-5) = 4.1158. */
    @Test
    void goesOnWithANormalTail() {
        LogHistogramState state = TAIL.newState();
        double[] values = SeededStreams.gaussian(3, DAYS);
        for (int i = 0; i < DAYS; i++) {
            TAIL.add(state, i * SECOND, values[i]);
        }
        assertThat(TAIL.of(state, RARE)).isCloseTo(4.1158, withPercentage(15));
    }

    @Test
    void saysNothingBelowTwoHundredIndependentValues() {
        TailQuantile everyFifth = new TailQuantile(0.1, 1e5, 5);
        LogHistogramState state = everyFifth.newState();
        for (int i = 0; i < 1_000; i++) {
            assertThat(everyFifth.of(state, RARE)).isNaN();
            everyFifth.add(state, 0, 1 + i % 7);
            everyFifth.add(state, 0, Double.NaN);
        }
        assertThat(everyFifth.of(state, RARE)).isPositive();
    }

    @Test
    void isTheQuantileItselfWhereEnoughWasSeen() {
        LogHistogramState state = TAIL.newState();
        for (int i = 1; i <= 1_000; i++) {
            TAIL.add(state, 0, i);
        }
        assertThat(TAIL.of(state, 0.5)).isCloseTo(500, withPercentage(5));
        assertThat(TAIL.of(state, 0.1)).isCloseTo(900, withPercentage(5));
    }

    /** Nine of ten values alike, no tail at all: finite, whatever is asked. */
    @Test
    void staysFiniteOnTies() {
        LogHistogramState state = TAIL.newState();
        for (int i = 0; i < 5_000; i++) {
            TAIL.add(state, i * SECOND, i % 10 == 0 ? 3 : 1);
        }
        assertThat(TAIL.of(state, Double.MIN_NORMAL)).isFinite().isGreaterThan(2.8);
        assertThat(TAIL.of(TAIL.newState(), RARE)).isNaN();
    }

    @Test
    void refusesLessThanOneDependentValue() {
        assertThatThrownBy(() -> new TailQuantile(0.1, 1e5, 0.5)).hasMessageContaining("dependent");
    }

    private static LogHistogramState of(DoubleUnaryOperator inverse) {
        RandomGenerator random = SeededStreams.generator(17);
        LogHistogramState state = TAIL.newState();
        for (int i = 0; i < DAYS; i++) {
            TAIL.add(state, i * SECOND, inverse.applyAsDouble(1 - random.nextDouble()));
        }
        return state;
    }
}
