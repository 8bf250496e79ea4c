package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartReplayTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void runsTheStatisticWithoutLimit() {
        double[] noise = SeededStreams.gaussian(51, 20_000);
        double[] statistics = replay(DriftChart.CUSUM).statistics(noise);
        assertThat(Arrays.copyOf(statistics, 299)).containsOnly(Double.NaN);
        double[] judged = Arrays.copyOfRange(statistics, 299, noise.length);
        assertThat(judged).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(judged).max().orElseThrow()).isBetween(5.0, 12.0);
    }

    @ParameterizedTest
    @EnumSource(DriftChart.class)
    void countsTheAlarmsThatTheChartRaises(DriftChart kind) {
        double[] noise = SeededStreams.withMissing(9, SeededStreams.gaussian(52, 20_000), 0.05);
        DriftParameters parameters = DriftParameters.defaults().withChart(kind);
        double limit = kind == DriftChart.EWMA ? 3 : 5;
        ShiftChart chart = new ShiftChart(parameters.withLimit(limit), SECOND);
        ShiftChartState state = new ShiftChartState();
        int alarms = 0;
        for (int i = 0; i < noise.length; i++) {
            alarms += chart.update(state, i * 1_000_000_000L, noise[i]) == null ? 0 : 1;
        }
        assertThat(alarms).isPositive();
        assertThat(replay(kind).alarms(noise, limit)).isEqualTo(alarms);
        assertThat(replay(kind).alarms(noise, 1e9)).isZero();
    }

    @ParameterizedTest
    @EnumSource(DriftChart.class)
    void isNotJudgedWhereTheValueIsMissing(DriftChart kind) {
        double[] noise = SeededStreams.gaussian(53, 1_000);
        noise[700] = Double.NaN;
        double[] statistics = replay(kind).statistics(noise);
        assertThat(statistics[700]).isNaN();
        assertThat(statistics[701]).isNotNaN();
    }

    @Test
    void startsFromZeroEvenWithTheFastInitialResponse() {
        DriftParameters p = DriftParameters.defaults();
        DriftParameters fast =
                new DriftParameters(
                        p.chart(),
                        new CusumParameters(0.5, 3, true),
                        p.pageHinkley(),
                        p.ewma(),
                        p.baseline(),
                        p.minQuality());
        double[] noise = SeededStreams.gaussian(54, 1_000);
        assertThat(new ChartReplay(fast, SECOND).statistics(noise))
                .containsExactly(replay(DriftChart.CUSUM).statistics(noise), within(0.0));
    }

    private static ChartReplay replay(DriftChart chart) {
        return new ChartReplay(DriftParameters.defaults().withChart(chart), SECOND);
    }
}
