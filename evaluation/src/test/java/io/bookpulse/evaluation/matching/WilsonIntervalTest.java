package io.bookpulse.evaluation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
    @Test
    void agreesWithGoldenVectorG13() {
        WilsonInterval interval = WilsonInterval.of(37, 120);

        assertThat(interval.low()).isCloseTo(0.2327274, within(5e-8));
        assertThat(interval.high()).isCloseTo(0.3958300, within(5e-8));
    }

    @Test
    void touchesTheEndsWhereAllOrNoneSucceed() {
        // all of 10: low = n / (n + z^2) = 10 / 13.8414588
        assertThat(WilsonInterval.of(10, 10).low()).isCloseTo(0.7224672, within(5e-8));
        assertThat(WilsonInterval.of(10, 10).high()).isEqualTo(1);
        assertThat(WilsonInterval.of(0, 10).low()).isZero();
        assertThat(WilsonInterval.of(0, 10).high()).isCloseTo(0.2775328, within(5e-8));
    }

    @Test
    void knowsNothingWithoutATrial() {
        assertThat(WilsonInterval.of(0, 0)).isEqualTo(new WilsonInterval(0, 1));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> WilsonInterval.of(2, 1)).hasMessageContaining("trials is 1");
    }
}
