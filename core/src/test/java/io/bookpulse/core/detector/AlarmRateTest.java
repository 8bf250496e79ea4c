package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.feature.SpreadScore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlarmRateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void asksForTheScoreThatNoisePassesOnceADay() {
        // G19: one a day at 1 Hz needs 4.232.
        assertThat(calibrated(1).tailThreshold(1)).isCloseTo(4.232, within(0.0005));
    }

    @Test
    void asksForTheLimitThatNoisePassesOnceADay() {
        // G7: 86 400 samples between alarms need 10.201.
        assertThat(calibrated(1).chartLimit(DriftParameters.defaults(), 1))
                .isCloseTo(10.201, within(0.01));
    }

    @Test
    void dividesTheRateEvenlyOverTheStreams() {
        assertThat(calibrated(4).chartLimit(DriftParameters.defaults(), 4))
                .isCloseTo(10.201, within(0.01));
        assertThat(calibrated(3).tailThreshold(3)).isCloseTo(4.232, within(0.0005));
    }

    @Test
    void tunesThresholdAndHysteresisTogether() {
        SpreadSpikeParameters tuned = calibrated(1).tune(SpreadSpikeParameters.defaults());
        assertThat(tuned.score()).isEqualTo(SpreadScore.TAIL_CALIBRATED);
        assertThat(tuned.confirmLevel()).isCloseTo(4.232 * 2 / 3, within(0.0005));
        assertThat(tuned.rearm()).isCloseTo(2.116, within(0.0005));
        DriftParameters drift = calibrated(4).tune(DriftParameters.defaults());
        assertThat(drift.cusum().h()).isCloseTo(10.201, within(0.01));
        assertThat(drift.baseline().preWhiten()).isTrue();
    }

    @Test
    void leavesEverythingAsConfiguredInTheParityProfile() {
        AlarmRate rate = new AlarmRate(AlarmRateParameters.parity(), SECOND);
        assertThat(rate.tune(SpreadSpikeParameters.defaults()))
                .isEqualTo(SpreadSpikeParameters.defaults());
        assertThat(rate.tune(DriftParameters.defaults())).isEqualTo(DriftParameters.defaults());
        assertThat(rate.tune(DepthCollapseParameters.defaults()))
                .isEqualTo(DepthCollapseParameters.defaults());
    }

    @Test
    void pinsTheDefaultsThatTheSpecificationNames() {
        assertThat(AlarmRateParameters.defaults().falseAlarmsPerSymbolDay()).isEqualTo(5);
        assertThat(AlarmRateParameters.defaults().profile()).isEqualTo(AlarmProfile.CALIBRATED);
        assertThat(SpreadSpikeParameters.defaults().threshold()).isEqualTo(3);
        assertThat(DriftParameters.defaults().cusum().h()).isEqualTo(3);
        assertThat(DepthCollapseParameters.defaults().excursion().confirmations()).isEqualTo(2);
    }

    @Test
    void refusesLevelsInTheWrongOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SpreadSpikeParameters(
                                        3,
                                        1,
                                        2,
                                        SpreadScore.PLAIN,
                                        30,
                                        0.5,
                                        ExcursionParameters.defaults()))
                .withMessageContaining("confirm-level");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calibrated(0))
                .withMessageContaining("false-alarms-per-symbol-day");
    }

    @Test
    void asksOfAFamilyWithARateOfItsOwnThatRate() {
        AlarmRateParameters own =
                new AlarmRateParameters(
                        AlarmProfile.CALIBRATED,
                        5,
                        new AlarmRateOverrides(1, 0, 4, 0, 0, 0, 86.4),
                        CalibratedThresholds.none());
        AlarmRate rate = new AlarmRate(own, SECOND);
        // G19 and G7 again: one a day of the spread, one a day of each of four charts.
        assertThat(rate.tune(SpreadSpikeParameters.defaults()).threshold())
                .isCloseTo(4.232, within(0.0005));
        assertThat(rate.tune(DriftParameters.defaults()).cusum().h())
                .isCloseTo(10.201, within(0.01));
        assertThat(rate.share(SECOND)).isCloseTo(0.001, within(1e-12));
        assertThat(rate.tune(VolumeBurstParameters.defaults()).threshold())
                .isEqualTo(calibrated(5).tune(VolumeBurstParameters.defaults()).threshold());
    }

    @Test
    void takesWhatACalibrationFoundInsteadOfTheAnalyticThreshold() {
        AlarmRateParameters found = AlarmRateParameters.defaults();
        for (RatedDetector detector : RatedDetector.values()) {
            double threshold = detector == RatedDetector.CHANGE_POINT ? 0.05 : 7;
            found = found.withThreshold(detector, threshold);
        }
        AlarmRate rate = new AlarmRate(found, SECOND);
        SpreadSpikeParameters spike = rate.tune(SpreadSpikeParameters.defaults());
        assertThat(spike.threshold()).isEqualTo(7);
        assertThat(spike.rearm()).isEqualTo(3.5);
        assertThat(rate.tune(DepthCollapseParameters.defaults()).ratio()).isEqualTo(1 / 7.0);
        for (DriftChart chart : DriftChart.values()) {
            assertThat(rate.tune(DriftParameters.defaults().withChart(chart)).limit()).isEqualTo(7);
        }
        ChangePointParameters change = rate.tune(ChangePointParameters.defaults());
        assertThat(change.bocpd().threshold()).isEqualTo(0.05);
        assertThat(change.bocpd().expectedRun()).isEqualTo(1_000);
        assertThat(change.bocpd().clip()).isEqualTo(3);
        assertThat(change.normalScores()).isTrue();
        assertThat(rate.tune(VolumeBurstParameters.defaults()).threshold()).isEqualTo(7);
        assertThat(rate.tune(VolatilityBurstParameters.defaults()).ratio()).isEqualTo(7);
        assertThat(rate.tune(VolatilityBurstParameters.defaults()).rearmRatio()).isEqualTo(3.5);
    }

    @Test
    void heedsNoCalibrationInTheParityProfile() {
        AlarmRateParameters parity =
                AlarmRateParameters.parity()
                        .withThreshold(RatedDetector.DEPTH_COLLAPSE, 7)
                        .withThreshold(RatedDetector.VOLATILITY_BURST, 7);
        AlarmRate rate = new AlarmRate(parity, SECOND);
        assertThat(rate.tune(DepthCollapseParameters.defaults()))
                .isEqualTo(DepthCollapseParameters.defaults());
        assertThat(rate.tune(VolatilityBurstParameters.defaults()))
                .isEqualTo(VolatilityBurstParameters.defaults());
    }

    @Test
    void reArmsADepthCollapseAtMostAtTheMedian() {
        DepthCollapseParameters near = DepthCollapseParameters.defaults().calibratedTo(0.6);
        assertThat(near.rearmRatio()).isEqualTo(1);
        assertThat(near.normalRatio()).isEqualTo(1);
        DepthCollapseParameters far = DepthCollapseParameters.defaults().calibratedTo(0.1);
        assertThat(far.rearmRatio()).isCloseTo(0.2, within(1e-12));
        assertThat(far.normalRatio()).isEqualTo(0.7);
    }

    @Test
    void refusesRatesAndThresholdsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmRateOverrides(0, 0, 1001, 0, 0, 0, 0))
                .withMessageContaining("drift");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibratedThresholds.none().with(RatedDetector.CHANGE_POINT, 1.5))
                .withMessageContaining("change-point");
    }

    private static AlarmRate calibrated(double rate) {
        return new AlarmRate(new AlarmRateParameters(AlarmProfile.CALIBRATED, rate), SECOND);
    }
}
