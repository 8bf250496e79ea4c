package io.bookpulse.evaluation.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.AlarmRateParameters;
import io.bookpulse.core.detector.ChangePoint;
import io.bookpulse.core.detector.ChartReplay;
import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.detector.DriftChart;
import io.bookpulse.core.detector.DriftParameters;
import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.simulation.noise.NoiseKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmBanksTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final RatedParameters DEFAULTS = RatedParameters.defaults();
    private static final int LENGTH = 30_000;

    private final SyntheticSeries market = new SyntheticSeries(NoiseKind.STUDENT, 3, LENGTH);

    @ParameterizedTest
    @EnumSource(DriftChart.class)
    void countsOfAChartWhatItsReplayCountsOnTheFourStreams(DriftChart chart) {
        double limit = chart == DriftChart.EWMA ? 3 : 6;
        DriftParameters tuned = DriftParameters.defaults().withChart(chart).calibratedTo(limit);
        ChartReplay replay = new ChartReplay(tuned, SECOND);
        long expected = 0;
        for (SampleColumn column :
                List.of(
                        SampleColumn.IMBALANCE_5,
                        SampleColumn.MICROPRICE_DRIFT,
                        SampleColumn.SPREAD_COMPRESSION_60S,
                        SampleColumn.TRADE_IMBALANCE_1S)) {
            expected += replay.alarms(values(column), limit);
        }
        assertThat(expected).isGreaterThan(20);
        assertThat(alarms(AlarmBanks.at(RatedDetector.of(chart), DEFAULTS, limit), market))
                .containsExactly(expected);
    }

    @Test
    void countsChangePointsAtManyThresholdsAsTheDetectorDoesAtEach() {
        double[] thresholds = {0.01, 0.05, 0.5};
        long[] expected = new long[thresholds.length];
        for (int i = 0; i < thresholds.length; i++) {
            AlarmRateParameters found =
                    AlarmRateParameters.defaults()
                            .withThreshold(RatedDetector.CHANGE_POINT, thresholds[i]);
            Detector<?, Sample, Detection> alone =
                    new ChangePoint(
                            new AlarmRate(found, SECOND).tune(DEFAULTS.samples().changePoint()),
                            SECOND);
            expected[i] = alarms(alone, gappy());
        }
        assertThat(expected[2]).isPositive();
        assertThat(expected[0]).isGreaterThan(expected[1]);
        assertThat(alarms(AlarmBanks.at(RatedDetector.CHANGE_POINT, DEFAULTS, thresholds), gappy()))
                .isEqualTo(expected);
    }

    @Test
    void countsAnExcursionOfTheSpreadOnceItIsConfirmedInTime() {
        // Threshold 3: confirmed from 2 on, within 2 s of entry; re-armed below 1.5.
        assertThat(spikes(0, 3.5, 2.1, 2.5, 0)).isEqualTo(1);
        assertThat(spikes(0, 3.5, 0, 0)).isZero();
        assertThat(spikes(0, 3.5, 1.6, 1.6, 2.5, 0)).isZero();
        assertThat(spikes(0, 2.9, 2.9, 0)).isZero();
        assertThat(spikes(0, 3.5, 2.1, 0, 3.5, 3.5, 0)).isEqualTo(2);
    }

    @Test
    void countsADepthCollapseOfTwoSamplesInARow() {
        // A third of the median and less; the threshold is median over depth.
        assertThat(collapses(10, 3, 3, 10)).isEqualTo(1);
        assertThat(collapses(10, 3, 10, 3, 10)).isZero();
        assertThat(collapses(10, 3.4, 3.4, 10)).isZero();
        // Re-armed at two thirds of the median, normal from 0.7 of it; 5 s from there at most.
        assertThat(collapses(10, 5, 5, 5, 3, 3, 10)).isEqualTo(1);
        assertThat(collapses(10, 5, 5, 5, 5, 5, 3, 3, 10)).isZero();
        assertThat(collapses(10, 3, 3, 6.8, 3, 3, 10)).isEqualTo(1);
        assertThat(collapses(10, 3, 3, 10, 3, 3, 10)).isEqualTo(2);
    }

    private static long spikes(double... scores) {
        return excursions(RatedDetector.SPREAD_SPIKE, SampleColumn.SPREAD_TAIL_Z_60S, scores);
    }

    private static long collapses(double... depths) {
        return excursions(RatedDetector.DEPTH_COLLAPSE, SampleColumn.TOP_DEPTH, depths);
    }

    private static long excursions(RatedDetector detector, SampleColumn column, double... values) {
        AlarmBank bank = AlarmBanks.at(detector, DEFAULTS, 3).bank();
        long[] alarms = new long[1];
        for (int i = 0; i < values.length; i++) {
            Sample sample = new Sample();
            sample.eventTimeNanos = (i + 1) * SECOND.toNanos();
            sample.quality = 1;
            sample.set(SampleColumn.DEPTH_MEDIAN_600S, 10);
            sample.set(column, values[i]);
            bank.update(sample, alarms);
        }
        return alarms[0];
    }

    private static long[] alarms(AlarmBanks banks, QuietSeries series) {
        long[] alarms = new long[banks.size()];
        AlarmBank bank = banks.bank();
        series.replay(sample -> bank.update(sample, alarms));
        return alarms;
    }

    private static <S> long alarms(Detector<S, Sample, Detection> detector, QuietSeries series) {
        S state = detector.initialState();
        long[] alarms = new long[1];
        series.replay(sample -> detector.update(state, sample, found -> alarms[0]++));
        return alarms[0];
    }

    private double[] values(SampleColumn column) {
        double[] values = new double[LENGTH];
        int[] next = new int[1];
        market.replay(sample -> values[next[0]++] = sample.value(column));
        return values;
    }

    /** The market with single samples of low quality and two silences, one longer than a minute. */
    private QuietSeries gappy() {
        return new QuietSeries() {
            @Override
            public long samples() {
                return market.samples();
            }

            @Override
            public void replay(Consumer<Sample> to) {
                market.replay(
                        sample -> {
                            long second = sample.eventTimeNanos / SECOND.toNanos();
                            sample.quality = second % 97 == 0 ? 0.1 : 1;
                            boolean silent =
                                    second > 9_000 && second < 9_030
                                            || second > 15_000 && second < 15_100;
                            if (!silent) {
                                to.accept(sample);
                            }
                        });
            }
        };
    }
}
