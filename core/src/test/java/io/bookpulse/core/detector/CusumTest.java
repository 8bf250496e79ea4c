package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CusumTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final double[] GOLDEN = {.2, -.1, .3, 1.5, 1.2, 1.8, .9};

    /** So much weight that a baseline set by hand stays exactly what it is. */
    private static final double HEAVY = 1e12;

    /** A memory so long that a baseline set by hand stays exactly what it is. */
    private static final CusumParameters KNOWN =
            new CusumParameters(0.5, 3, Duration.ofDays(100_000), false, 3, Duration.ofSeconds(60));

    @Test
    void followsTheGoldenVectorAndAlarmsStrictlyAboveTheLimit() {
        double[] up = {0, 0, 0, 1.0, 1.7, 3.0};
        Cusum cusum = new Cusum(KNOWN, INTERVAL);
        CusumState state = standardBaseline();
        for (int i = 0; i < up.length; i++) {
            assertThat(cusum.update(state, i * SECOND, GOLDEN[i])).isNull();
            assertThat(state.up).isCloseTo(up[i], within(1e-6));
            assertThat(state.down).isZero();
        }
        CusumAlarm alarm = cusum.update(state, 6 * SECOND, GOLDEN[6]);
        assertThat(alarm).isNotNull();
        assertThat(alarm.statistic).isCloseTo(3.4, within(1e-6));
        assertThat(alarm.direction).isEqualTo(1);
    }

    @Test
    void datesTheChangeToTheLastZeroAndEstimatesItsSize() {
        CusumAlarm alarm = run(new Cusum(KNOWN, INTERVAL), standardBaseline(), GOLDEN);
        assertThat(alarm).isNotNull();
        assertThat(alarm.changeTimeNanos).isEqualTo(2 * SECOND);
        assertThat(alarm.samples).isEqualTo(4);
        assertThat(alarm.size).isCloseTo(0.5 + 3.4 / 4, within(1e-6));
    }

    @Test
    void findsAFallAsItFindsARise() {
        double[] mirrored = GOLDEN.clone();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = -mirrored[i];
        }
        CusumAlarm alarm = run(new Cusum(KNOWN, INTERVAL), standardBaseline(), mirrored);
        assertThat(alarm).isNotNull();
        assertThat(alarm.direction).isEqualTo(-1);
        assertThat(alarm.size).isCloseTo(-0.5 - 3.4 / 4, within(1e-6));
    }

    @Test
    void startsAgainFromZeroAfterAnAlarm() {
        CusumState state = standardBaseline();
        run(new Cusum(KNOWN, INTERVAL), state, GOLDEN);
        assertThat(state.up).isZero();
        assertThat(state.upZeroNanos).isEqualTo(6 * SECOND);
    }

    @Test
    void keepsItsStateOnAMissingValueAndResetsAfterALongSilence() {
        Cusum cusum = new Cusum(KNOWN, INTERVAL);
        CusumState state = standardBaseline();
        cusum.update(state, 0, 2.0);
        cusum.update(state, SECOND, Double.NaN);
        assertThat(state.up).isCloseTo(1.5, within(1e-6));
        cusum.update(state, 60 * SECOND, 1.0);
        assertThat(state.up).as("60 s are not longer than 60 s").isCloseTo(2.0, within(1e-6));
        cusum.update(state, 121 * SECOND, 1.0);
        assertThat(state.up).isCloseTo(0.5, within(1e-6));
        assertThat(state.upZeroNanos).isEqualTo(120 * SECOND);
    }

    @Test
    void removesTheAutocorrelationItHasLearned() {
        CusumParameters whitened = KNOWN.calibratedTo(30);
        Cusum cusum = new Cusum(whitened, INTERVAL);
        CusumState state = standardBaseline();
        state.baseline.autocorrelation.weight.seen = 2;
        state.baseline.autocorrelation.weight.weight = 1;
        state.baseline.autocorrelation.varianceEarlier = 1;
        state.baseline.autocorrelation.varianceLater = 1;
        state.baseline.autocorrelation.covariance = 0.6;
        state.baseline.autocorrelation.origin = 0;
        cusum.update(state, 0, 2.0);
        assertThat(state.up).as("no sample before: e = u").isCloseTo(1.5, within(1e-6));
        cusum.update(state, SECOND, 2.0);
        // e = (2 - 0.6 * 2) / sqrt(1 - 0.36) = 1
        assertThat(state.up).isCloseTo(2.0, within(1e-6));
    }

    @Test
    void freezesTheBaselineWhileTheSumIsAboveHalfTheLimit() {
        CusumParameters quick =
                new CusumParameters(
                        0.5, 3, Duration.ofSeconds(10), false, 3, INTERVAL.plus(INTERVAL));
        Cusum cusum = new Cusum(quick, INTERVAL);
        CusumState state = standardBaseline();
        state.baseline.moments.weight.weight = 1;
        state.baseline.moments.weight.lastTimeNanos = -SECOND;
        state.lastNanos = -SECOND;
        cusum.update(state, 0, 2.4);
        assertThat(state.up).isCloseTo(1.9, within(1e-9));
        double variance = state.baseline.moments.variance;
        cusum.update(state, SECOND, 0.5);
        assertThat(state.baseline.moments.variance).as("frozen").isEqualTo(variance).isEqualTo(1);
        cusum.update(state, 2 * SECOND, -1.0);
        assertThat(state.baseline.moments.variance).as("learning again").isNotEqualTo(variance);
    }

    @Test
    void restsWhileAllValuesAreTheSameAndFindsAStepThatLasts() {
        Cusum cusum = new Cusum(CusumParameters.defaults(), INTERVAL);
        CusumState state = new CusumState();
        long time = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(cusum.update(state, time += SECOND, 0.01)).isNull();
        }
        assertThat(cusum.update(state, time += SECOND, 0.02)).as("one tick").isNull();
        assertThat(cusum.update(state, time + SECOND, 0.02)).as("and it stays").isNotNull();
    }

    @Test
    void estimatesAShiftOfTwoDeviationsAndItsTime() {
        double[] values = SeededStreams.gaussian(7, 3_010);
        for (int i = 3_000; i < values.length; i++) {
            values[i] += 2;
        }
        CusumParameters calibrated = CusumParameters.defaults().calibratedTo(10.2);
        CusumAlarm alarm = run(new Cusum(calibrated, INTERVAL), new CusumState(), values);
        assertThat(alarm).isNotNull();
        assertThat(alarm.changeTimeNanos / SECOND).isBetween(2_995L, 3_003L);
        assertThat(alarm.size).isBetween(1.2, 2.8);
    }

    private static @Nullable CusumAlarm run(Cusum cusum, CusumState state, double[] values) {
        CusumAlarm alarm = null;
        for (int i = 0; i < values.length && alarm == null; i++) {
            alarm = cusum.update(state, i * SECOND, values[i]);
        }
        return alarm;
    }

    /** Mean 0 and deviation 1, learned for long; the last value was long enough ago. */
    private static CusumState standardBaseline() {
        CusumState state = new CusumState();
        state.warm = 3;
        state.lastNanos = -3 * SECOND;
        state.baseline.moments.weight.seen = 2;
        state.baseline.moments.weight.weight = HEAVY;
        state.baseline.moments.weight.lastTimeNanos = -3 * SECOND;
        state.baseline.moments.variance = 1;
        state.baseline.moments.diversity = 1;
        state.baseline.autocorrelation.weight.lastTimeNanos = -3 * SECOND;
        return state;
    }
}
