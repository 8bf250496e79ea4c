package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShiftChartTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final double[] GOLDEN = {.2, -.1, .3, 1.5, 1.2, 1.8, .9};

    /** So much weight that a baseline set by hand stays exactly what it is. */
    private static final double HEAVY = 1e12;

    /** A memory so long that a baseline set by hand stays exactly what it is. */
    private static final DriftParameters KNOWN =
            with(Duration.ofDays(100_000), Duration.ofSeconds(60));

    @Test
    void followsTheGoldenVectorAndAlarmsStrictlyAboveTheLimit() {
        double[] up = {0, 0, 0, 1.0, 1.7, 3.0};
        ShiftChart chart = new ShiftChart(KNOWN, INTERVAL);
        ShiftChartState state = standardBaseline();
        for (int i = 0; i < up.length; i++) {
            assertThat(chart.update(state, i * SECOND, GOLDEN[i])).isNull();
            assertThat(state.chart.up).isCloseTo(up[i], within(1e-6));
            assertThat(state.chart.down).isZero();
        }
        ShiftAlarm alarm = chart.update(state, 6 * SECOND, GOLDEN[6]);
        assertThat(alarm).isNotNull();
        assertThat(alarm.statistic).isCloseTo(3.4, within(1e-6));
        assertThat(alarm.direction).isEqualTo(1);
    }

    @Test
    void datesTheChangeToTheLastZeroAndEstimatesItsSize() {
        ShiftAlarm alarm = run(new ShiftChart(KNOWN, INTERVAL), standardBaseline(), GOLDEN);
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
        ShiftAlarm alarm = run(new ShiftChart(KNOWN, INTERVAL), standardBaseline(), mirrored);
        assertThat(alarm).isNotNull();
        assertThat(alarm.direction).isEqualTo(-1);
        assertThat(alarm.size).isCloseTo(-0.5 - 3.4 / 4, within(1e-6));
    }

    @Test
    void startsAgainFromZeroAfterAnAlarm() {
        ShiftChartState state = standardBaseline();
        run(new ShiftChart(KNOWN, INTERVAL), state, GOLDEN);
        assertThat(state.chart.up).isZero();
        assertThat(state.chart.upZeroNanos).isEqualTo(6 * SECOND);
    }

    @Test
    void keepsItsStateOnAMissingValueAndResetsAfterALongSilence() {
        ShiftChart chart = new ShiftChart(KNOWN, INTERVAL);
        ShiftChartState state = standardBaseline();
        chart.update(state, 0, 2.0);
        chart.update(state, SECOND, Double.NaN);
        assertThat(state.chart.up).isCloseTo(1.5, within(1e-6));
        chart.update(state, 60 * SECOND, 1.0);
        assertThat(state.chart.up).as("60 s are not longer than 60 s").isCloseTo(2.0, within(1e-6));
        chart.update(state, 121 * SECOND, 1.0);
        assertThat(state.chart.up).isCloseTo(0.5, within(1e-6));
        assertThat(state.chart.upZeroNanos).isEqualTo(120 * SECOND);
    }

    @Test
    void removesTheAutocorrelationItHasLearned() {
        DriftParameters whitened = KNOWN.calibratedTo(30);
        ShiftChart chart = new ShiftChart(whitened, INTERVAL);
        ShiftChartState state = standardBaseline();
        state.baseline.autocorrelation.weight.seen = 2;
        state.baseline.autocorrelation.weight.weight = 1;
        state.baseline.autocorrelation.varianceEarlier = 1;
        state.baseline.autocorrelation.varianceLater = 1;
        state.baseline.autocorrelation.covariance = 0.6;
        state.baseline.autocorrelation.origin = 0;
        chart.update(state, 0, 2.0);
        assertThat(state.chart.up).as("no sample before: e = u").isCloseTo(1.5, within(1e-6));
        chart.update(state, SECOND, 2.0);
        // e = (2 - 0.6 * 2) / sqrt(1 - 0.36) = 1
        assertThat(state.chart.up).isCloseTo(2.0, within(1e-6));
    }

    @Test
    void letsNoSampleSayMoreThanTheWinsorisingLimit() {
        DriftParameters p = DriftParameters.defaults().calibratedTo(30);
        ShiftChart chart = new ShiftChart(p, INTERVAL);
        ShiftChartState state = standardBaseline();
        state.warm = 300;
        chart.update(state, 0, 50);
        assertThat(state.chart.up).as("2.5 deviations less k").isCloseTo(2.0, within(1e-6));
        // The mean square was 1 and has learned 2.5^2 with the share of 1 s in 60 s.
        double power = 1 + (1 - Math.exp(-1 / 60.0)) * (6.25 - 1);
        assertThat(state.baseline.power).isCloseTo(power, within(1e-9));
    }

    @Test
    void takesEachSampleInFullWithoutPreWhitening() {
        ShiftChart chart = new ShiftChart(KNOWN.withLimit(100), INTERVAL);
        ShiftChartState state = standardBaseline();
        chart.update(state, 0, 50);
        assertThat(state.chart.up).isCloseTo(49.5, within(1e-6));
    }

    @Test
    void givesTheSizeInDeviationsOfTheValueWhateverTheInnovationsAre() {
        double[] values = SeededStreams.autoregressive(8, 9_020, 0.64);
        for (int i = 9_000; i < values.length; i++) {
            values[i] += 3;
        }
        DriftParameters calibrated = DriftParameters.defaults().calibratedTo(9);
        ShiftAlarm alarm = run(new ShiftChart(calibrated, INTERVAL), new ShiftChartState(), values);
        assertThat(alarm).isNotNull();
        // Without the autocorrelation's factor of 2.1 it would be below 1.5.
        assertThat(alarm.size).isBetween(1.5, 4.5);
    }

    @Test
    void freezesTheBaselineWhileTheSumIsAboveHalfTheLimit() {
        DriftParameters quick = with(Duration.ofSeconds(10), Duration.ofSeconds(2));
        ShiftChart chart = new ShiftChart(quick, INTERVAL);
        ShiftChartState state = standardBaseline();
        state.baseline.moments.weight.weight = 1;
        state.baseline.moments.weight.lastTimeNanos = -SECOND;
        state.lastNanos = -SECOND;
        chart.update(state, 0, 2.4);
        assertThat(state.chart.up).isCloseTo(1.9, within(1e-9));
        double variance = state.baseline.moments.variance;
        chart.update(state, SECOND, 0.5);
        assertThat(state.baseline.moments.variance).as("frozen").isEqualTo(variance).isEqualTo(1);
        chart.update(state, 2 * SECOND, -1.0);
        assertThat(state.baseline.moments.variance).as("learning again").isNotEqualTo(variance);
    }

    @Test
    void restsWhileAllValuesAreTheSameAndFindsAStepThatLasts() {
        ShiftChart chart = new ShiftChart(DriftParameters.defaults(), INTERVAL);
        ShiftChartState state = new ShiftChartState();
        long time = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(chart.update(state, time += SECOND, 0.01)).isNull();
        }
        assertThat(chart.update(state, time += SECOND, 0.02)).as("one tick").isNull();
        assertThat(chart.update(state, time + SECOND, 0.02)).as("and it stays").isNotNull();
    }

    @Test
    void estimatesAShiftOfTwoDeviationsAndItsTime() {
        double[] values = SeededStreams.gaussian(7, 3_010);
        for (int i = 3_000; i < values.length; i++) {
            values[i] += 2;
        }
        DriftParameters calibrated = DriftParameters.defaults().calibratedTo(10.2);
        ShiftAlarm alarm = run(new ShiftChart(calibrated, INTERVAL), new ShiftChartState(), values);
        assertThat(alarm).isNotNull();
        assertThat(alarm.changeTimeNanos / SECOND).isBetween(2_995L, 3_003L);
        assertThat(alarm.size).isBetween(1.2, 2.8);
    }

    private static @Nullable ShiftAlarm run(
            ShiftChart chart, ShiftChartState state, double[] values) {
        ShiftAlarm alarm = null;
        for (int i = 0; i < values.length && alarm == null; i++) {
            alarm = chart.update(state, i * SECOND, values[i]);
        }
        return alarm;
    }

    private static DriftParameters with(Duration memory, Duration resetAfter) {
        ChartBaselineParameters baseline =
                new ChartBaselineParameters(
                        memory, false, Duration.ofDays(100_000), 1000, memory, 3, resetAfter);
        return DriftParameters.defaults().withBaseline(baseline);
    }

    /** Mean 0 and deviation 1, learned for long; the last value was long enough ago. */
    private static ShiftChartState standardBaseline() {
        ShiftChartState state = new ShiftChartState();
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
