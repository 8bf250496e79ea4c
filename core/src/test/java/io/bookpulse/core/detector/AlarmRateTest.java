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
                                        ExcursionParameters.defaults()))
                .withMessageContaining("confirm-level");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calibrated(0))
                .withMessageContaining("false-alarms-per-symbol-day");
    }

    private static AlarmRate calibrated(double rate) {
        return new AlarmRate(new AlarmRateParameters(AlarmProfile.CALIBRATED, rate), SECOND);
    }
}
