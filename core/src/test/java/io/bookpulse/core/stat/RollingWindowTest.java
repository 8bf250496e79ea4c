package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollingWindowTest {
    private final RollingMoments moments = new RollingMoments(4);
    private final RollingSum sum = new RollingSum(4);
    private final RollingMedian median = new RollingMedian(4);
    private final RollingMomentsState momentsState = moments.newState();
    private final RollingSumState sumState = sum.newState();
    private final RollingMedianState medianState = median.newState();

    @Test
    void knowsNothingBeforeTheFirstValue() {
        assertThat(moments.mean(momentsState)).isNaN();
        assertThat(moments.standardDeviation(momentsState)).isNaN();
        assertThat(median.median(medianState)).isNaN();
        assertThat(sum.sum(sumState)).isZero();
        assertThat(counts()).containsOnly(0);
    }

    @Test
    void hasNoStandardDeviationOfOneValue() {
        push(3);
        assertThat(moments.mean(momentsState)).isEqualTo(3);
        assertThat(moments.standardDeviation(momentsState)).isNaN();
    }

    @Test
    void computesTheHandCase() {
        push(100, 1, 2, 4, 9);
        assertThat(moments.mean(momentsState)).isEqualTo(4);
        assertThat(moments.standardDeviation(momentsState))
                .isCloseTo(Math.sqrt((9 + 4 + 0 + 25) / 3.0), within(1e-12));
        assertThat(sum.sum(sumState)).isEqualTo(16);
        assertThat(median.median(medianState)).isEqualTo(3);
    }

    @Test
    void givesAMissingValueASlotAndNothingElse() {
        push(1, 2, Double.NaN, 6);
        assertThat(counts()).containsOnly(3);
        assertThat(moments.mean(momentsState)).isEqualTo(3);
        assertThat(median.median(medianState)).isEqualTo(2);
        push(Double.NaN);
        assertThat(counts()).containsOnly(2);
        assertThat(sum.sum(sumState)).isEqualTo(8);
        assertThat(median.median(medianState)).isEqualTo(4);
    }

    @Test
    void isFlatAgainAfterAJumpHasLeft() {
        push(0.1, 0.1, 123.4, 0.1);
        assertThat(moments.standardDeviation(momentsState)).isGreaterThan(50);
        push(0.1, 0.1, 0.1);
        assertThat(moments.standardDeviation(momentsState)).isZero();
        assertThat(moments.mean(momentsState)).isEqualTo(0.1);
    }

    @Test
    void forgetsAnEmptiedWindowCompletely() {
        push(1e15, -7, 0.3);
        skip(4);
        assertThat(counts()).containsOnly(0);
        assertThat(sum.sum(sumState)).isZero();
        assertThat(moments.mean(momentsState)).isNaN();
        push(2, 4);
        assertThat(moments.mean(momentsState)).isEqualTo(3);
        assertThat(sum.sum(sumState)).isEqualTo(6);
        assertThat(median.median(medianState)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4, 5, 1_000_000_000_000L})
    void skipsLikeThatManyMissingSlots(long slots) {
        push(5, 1, 4, 2);
        skip(slots);
        NaiveWindow oracle = new NaiveWindow(4);
        for (double x : new double[] {5, 1, 4, 2}) {
            oracle.push(x);
        }
        oracle.skip(Math.min(slots, 10));
        assertThat(counts()).containsOnly(oracle.values().length);
        assertThat(sum.sum(sumState)).isEqualTo(oracle.sum());
        assertSame(moments.mean(momentsState), oracle.mean());
        assertSame(median.median(medianState), oracle.median());
    }

    @Test
    void refusesAWindowOfNothingAndSkippingBackwards() {
        assertThatThrownBy(() -> new RollingMoments(0)).hasMessageContaining("window is 0");
        assertThatThrownBy(() -> new RollingSum(0)).hasMessageContaining("window is 0");
        assertThatThrownBy(() -> new RollingMedian(0)).hasMessageContaining("window is 0");
        assertThatThrownBy(() -> skip(-1)).hasMessageContaining("slots is -1");
    }

    @Test
    void keepsAlternatingPushesAndSkipsEqualToTheOracle() {
        RandomGenerator random = SeededStreams.generator(42);
        NaiveWindow oracle = new NaiveWindow(4);
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(4) == 0) {
                long slots = random.nextInt(7);
                skip(slots);
                oracle.skip(slots);
            } else {
                double x = random.nextInt(10);
                push(x);
                oracle.push(x);
            }
            assertThat(sum.sum(sumState)).isEqualTo(oracle.sum());
            assertSame(median.median(medianState), oracle.median());
            assertThat(counts()).containsOnly(oracle.values().length);
        }
    }

    @Test
    void rebuildsItsSumsAfterTheStatedNumberOfRemovals() {
        for (int i = 0; i < 4 + RollingMoments.REBUILD_EVICTIONS - 1; i++) {
            push(i % 5);
        }
        assertThat(momentsState.evictions).isEqualTo(RollingMoments.REBUILD_EVICTIONS - 1);
        assertThat(sumState.evictions).isEqualTo(RollingMoments.REBUILD_EVICTIONS - 1);
        push(3);
        assertThat(momentsState.evictions).isZero();
        assertThat(sumState.evictions).isZero();
    }

    private void push(double... values) {
        for (double x : values) {
            moments.push(momentsState, x);
            sum.push(sumState, x);
            median.push(medianState, x);
        }
    }

    private void skip(long slots) {
        moments.skip(momentsState, slots);
        sum.skip(sumState, slots);
        median.skip(medianState, slots);
    }

    private static void assertSame(double actual, double expected) {
        assertThat(Double.isNaN(actual)).isEqualTo(Double.isNaN(expected));
        if (!Double.isNaN(expected)) {
            assertThat(actual).isCloseTo(expected, within(1e-12));
        }
    }

    private int[] counts() {
        return new int[] {
            moments.count(momentsState), sum.count(sumState), median.count(medianState)
        };
    }
}
