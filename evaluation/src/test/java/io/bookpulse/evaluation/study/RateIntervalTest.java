package io.bookpulse.evaluation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected values: exact Poisson intervals as tabulated (Garwood 1936). */
class RateIntervalTest {
    @Test
    void isTheExactIntervalOfTenEvents() {
        RateInterval interval = RateInterval.of(10);
        assertThat(interval.rate()).isEqualTo(10);
        assertThat(interval.low()).isCloseTo(4.795, within(0.02));
        assertThat(interval.high()).isCloseTo(18.39, within(0.02));
    }

    @Test
    void isTheExactIntervalOfAHundredEventsOverTwentyDays() {
        RateInterval interval = RateInterval.of(counts(20, 5));
        assertThat(interval.rate()).isEqualTo(5);
        assertThat(interval.low()).isCloseTo(81.36 / 20, within(0.005));
        assertThat(interval.high()).isCloseTo(121.63 / 20, within(0.005));
    }

    @Test
    void saysWhatNoEventAtAllAllows() {
        RateInterval interval = RateInterval.of(counts(10, 0));
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(0.369, within(0.01));
    }

    /** Counts 0 and 10 have mean 5 and variance 50: ten times as much as Poisson's. */
    @Test
    void isWiderWhereEventsCluster() {
        RateInterval clustered = RateInterval.of(0, 10);
        RateInterval one = RateInterval.of(1);
        assertThat(clustered.rate()).isEqualTo(5);
        assertThat(clustered.low()).isCloseTo(5 * one.low(), within(1e-9));
        assertThat(clustered.high()).isCloseTo(5 * one.high(), within(1e-9));
    }

    private static int[] counts(int days, int each) {
        int[] counts = new int[days];
        Arrays.fill(counts, each);
        return counts;
    }
}
