package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The recursions against golden vectors, hand computation and their textbook definitions. */
class ChartTest {
    private static final double[] GOLDEN = {.2, -.1, .3, 1.5, 1.2, 1.8, .9};

    /** G8. */
    @Test
    void pageHinkleyFollowsTheGoldenVector() {
        double[] expected = {0, 0, .0667, .9917, 1.4717, 2.3550, 2.3264};
        Chart chart = new PageHinkleyChart(new PageHinkleyParameters(0.1, 19, 30));
        ChartState state = new ChartState();
        for (int i = 0; i < GOLDEN.length; i++) {
            chart.update(state, i, GOLDEN[i]);
            assertThat(state.up).isCloseTo(expected[i], within(5e-5));
        }
    }

    @Test
    void pageHinkleyIsWhatItsDefinitionSays() {
        double[] noise = SeededStreams.gaussian(41, 5_000);
        Chart chart = new PageHinkleyChart(new PageHinkleyParameters(0.25, 19, 30));
        assertThat(run(chart, noise))
                .containsExactly(NaiveCharts.pageHinkley(noise, 0.25), within(1e-9));
    }

    @Test
    void cusumIsWhatItsDefinitionSays() {
        double[] noise = SeededStreams.gaussian(42, 5_000);
        Chart chart = new CusumChart(CusumParameters.defaults());
        assertThat(run(chart, noise)).containsExactly(NaiveCharts.cusum(noise, 0.5), within(1e-9));
    }

    @Test
    void ewmaIsWhatItsDefinitionSays() {
        double[] noise = SeededStreams.gaussian(43, 2_000);
        Chart chart = new EwmaChart(EwmaParameters.defaults());
        assertThat(run(chart, noise)).containsExactly(NaiveCharts.ewma(noise, 0.1), within(1e-9));
    }

    /** Z = 0.2, then 0.9 * 0.2 + 0.1 * 1 = 0.28 over sqrt(0.1 / 1.9 * (1 - 0.9^4)). */
    @Test
    void ewmaMeasuresWithTheDeviationOfAsManySamplesAsItHas() {
        Chart chart = new EwmaChart(EwmaParameters.defaults());
        assertThat(run(chart, 2, 1)).containsExactly(new double[] {2, 2.0812236}, within(1e-6));
    }

    @Test
    void pageHinkleyIsNotReadyBeforeItsSamples() {
        Chart chart = new PageHinkleyChart(PageHinkleyParameters.defaults());
        ChartState state = new ChartState();
        for (int i = 1; i < 30; i++) {
            chart.update(state, i, i);
            assertThat(chart.isReady(state)).isFalse();
        }
        chart.update(state, 30, 30);
        assertThat(chart.isReady(state)).isTrue();
        chart.restart(state, 30);
        assertThat(chart.isReady(state)).isFalse();
    }

    @Test
    void ewmaDatesAndMeasuresTheShiftSinceItsMeanCrossedZero() {
        Chart chart = new EwmaChart(new EwmaParameters(0.5, 2));
        ChartState state = new ChartState();
        // Z = 0.5, -0.75, 0.125, 1.0625: above 0 since the third.
        double[] values = {1, -2, 1, 2};
        for (int i = 0; i < values.length; i++) {
            chart.update(state, i, values[i]);
        }
        ShiftAlarm alarm = new ShiftAlarm();
        chart.describe(state, alarm);
        assertThat(alarm.direction).isEqualTo(1);
        assertThat(alarm.changeTimeNanos).isEqualTo(1);
        assertThat(alarm.samples).isEqualTo(2);
        assertThat(alarm.size).isEqualTo(1.5);
    }

    @Test
    void cusumStartsAtHalfOfTheLimitWithTheFastInitialResponse() {
        Chart chart = new CusumChart(new CusumParameters(0.5, 5, true));
        ChartState state = new ChartState();
        chart.restart(state, 7);
        assertThat(state.up).isEqualTo(2.5);
        chart.update(state, 8, 2);
        assertThat(state.up).isEqualTo(4);
        assertThat(state.down).isZero();
        chart.update(state, 9, 2);
        ShiftAlarm alarm = new ShiftAlarm();
        chart.describe(state, alarm);
        assertThat(alarm.statistic).isEqualTo(5.5);
        assertThat(alarm.changeTimeNanos).isEqualTo(7);
        assertThat(alarm.size).as("the head start is no evidence").isEqualTo(2);
    }

    /** Without a head start the ARL after a shift of 1 is 10.38, with it 6.35 (G7, Lucas). */
    @Test
    void findsALastingShiftSoonerWithAHeadStart() {
        assertThat(delay(new CusumParameters(0.5, 5, false))).isCloseTo(10.38, within(0.15));
        assertThat(delay(new CusumParameters(0.5, 5, true))).isCloseTo(6.35, within(0.15));
    }

    private static double delay(CusumParameters parameters) {
        Chart chart = new CusumChart(parameters);
        ChartState state = new ChartState();
        chart.restart(state, 0);
        double[] shifted = SeededStreams.gaussian(44, 200_000);
        int alarms = 0;
        for (double noise : shifted) {
            chart.update(state, 0, noise + 1);
            if (chart.statistic(state) > chart.limit()) {
                alarms++;
                chart.restart(state, 0);
            }
        }
        return (double) shifted.length / alarms;
    }

    private static double[] run(Chart chart, double... values) {
        ChartState state = new ChartState();
        chart.restart(state, 0);
        return DoubleStream.of(values)
                .map(
                        e -> {
                            chart.update(state, 0, e);
                            return chart.statistic(state);
                        })
                .toArray();
    }
}
