package io.bookpulse.evaluation.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.core.event.Sample;
import io.bookpulse.simulation.noise.NoiseKind;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The study of {@code docs/alarm-rates.md} in small. */
class AlarmCalibrationTest {
    private static final RatedParameters DEFAULTS = RatedParameters.defaults();

    /**
     * 150 alarms each way at 50 a day over three days: 12 % of error. Analytic thresholds: volume
     * goes by its own tail, volatility by a ratio that is passed 200 times and more.
     */
    @Test
    void keepsTheRateOnOtherMarketsOfTheSameKind() {
        AlarmRateStudy study =
                new AlarmRateStudy(
                        DEFAULTS,
                        List.of(RatedDetector.VOLUME_BURST, RatedDetector.VOLATILITY_BURST),
                        List.of(50.0),
                        3,
                        1,
                        4);
        List<RealisedRate> rates = study.on(NoiseKind.STUDENT);
        assertThat(rates).hasSize(2);
        for (RealisedRate rate : rates) {
            assertThat(rate.calibrated()).isCloseTo(50, within(17.0));
        }
        assertThat(rates.get(0).analytic()).isBetween(12.0, 75.0);
        assertThat(rates.get(1).analytic()).isGreaterThan(120);
        assertThat(study.on(NoiseKind.STUDENT)).isEqualTo(rates);
    }

    @Test
    void keepsTheRateOfAChartOnClusteredNoise() {
        AlarmRateStudy study =
                new AlarmRateStudy(DEFAULTS, List.of(RatedDetector.CUSUM), List.of(100.0), 2, 1, 5);
        RealisedRate rate = study.on(NoiseKind.CLUSTERED).get(0);
        assertThat(rate.calibrated()).isCloseTo(100, within(30.0));
        assertThat(rate.analytic()).isGreaterThan(180);
    }

    @Test
    void saysWhatItFoundAndHowSureItIs() {
        List<SyntheticSeries> history =
                List.of(new SyntheticSeries(NoiseKind.INDEPENDENT, 6, 86_400));
        AlarmAsked asked = new AlarmAsked(RatedDetector.VOLUME_BURST, 60);
        CalibratedThreshold found =
                new AlarmCalibration(DEFAULTS).find(List.of(asked), history).get(0);
        assertThat(found.asked()).isEqualTo(asked);
        assertThat(found.days()).isEqualTo(1);
        assertThat(found.alarms()).isBetween(54L, 66L);
        assertThat(found.blocks()).isBetween(24, 25);
        // 60 alarms that come alone: 60 +- 1.645 sqrt(60).
        assertThat(found.lowPerDay()).isCloseTo(60 - 12.7, within(5.0));
        assertThat(found.highPerDay()).isCloseTo(60 + 12.7, within(5.0));
    }

    @Test
    void refusesAHistoryThatIsTooShort() {
        List<SyntheticSeries> history =
                List.of(new SyntheticSeries(NoiseKind.INDEPENDENT, 6, 43_200));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new AlarmCalibration(DEFAULTS)
                                        .find(
                                                List.of(new AlarmAsked(RatedDetector.CUSUM, 5)),
                                                history))
                .withMessage(
                        "the quiet history is too short: it has 0.50 instrument-days, and 5.0 false"
                                + " alarms a day of cusum need 4.00");
    }

    @Test
    void findsNoThresholdWhereNothingIsTraded() {
        QuietSeries silent =
                new QuietSeries() {
                    @Override
                    public long samples() {
                        return 86_400;
                    }

                    @Override
                    public void replay(Consumer<Sample> to) {
                        Sample sample = new Sample();
                        sample.quality = 1;
                        for (long i = 1; i <= samples(); i++) {
                            sample.eventTimeNanos = i * 1_000_000_000;
                            to.accept(sample);
                        }
                    }
                };
        CalibratedThreshold found =
                new AlarmCalibration(DEFAULTS)
                        .find(
                                List.of(new AlarmAsked(RatedDetector.VOLUME_BURST, 50)),
                                List.of(silent))
                        .get(0);
        assertThat(found.isFound()).isFalse();
    }
}
