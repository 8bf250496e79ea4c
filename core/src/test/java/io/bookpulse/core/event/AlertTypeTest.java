package io.bookpulse.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertTypeTest {
    @Test
    void classesOpenScoresByTheirRatioToTheThreshold() {
        assertThat(AlertType.SPREAD_SPIKE.severity(2.99, 3)).isEqualTo(Severity.INFO);
        assertThat(AlertType.SPREAD_SPIKE.severity(3, 3)).isEqualTo(Severity.LOW);
        assertThat(AlertType.SPREAD_SPIKE.severity(4.5, 3)).isEqualTo(Severity.MEDIUM);
        assertThat(AlertType.SPREAD_SPIKE.severity(7.5, 3)).isEqualTo(Severity.HIGH);
    }

    /** Odds of 0.5 are 1, of 0.6 1.5, of 0.72 2.571, of 0.7 2.333. */
    @Test
    void classesScoresUpToOneByTheirOdds() {
        assertThat(AlertType.ENSEMBLE.severity(0.5, 0.5)).isEqualTo(Severity.LOW);
        assertThat(AlertType.ENSEMBLE.severity(0.59, 0.5)).isEqualTo(Severity.LOW);
        assertThat(AlertType.ENSEMBLE.severity(0.61, 0.5)).isEqualTo(Severity.MEDIUM);
        assertThat(AlertType.ENSEMBLE.severity(0.70, 0.5)).isEqualTo(Severity.MEDIUM);
        assertThat(AlertType.ENSEMBLE.severity(0.72, 0.5)).isEqualTo(Severity.HIGH);
        assertThat(AlertType.ENSEMBLE.severity(1, 0.9)).isEqualTo(Severity.HIGH);
    }

    @Test
    void givesNoClassToARegimeChangeNorToAScoreThatDoesNotExist() {
        assertThat(AlertType.REGIME_CHANGE.severity(100, 1)).isEqualTo(Severity.INFO);
        assertThat(AlertType.SPREAD_SPIKE.severity(Double.NaN, 3)).isEqualTo(Severity.INFO);
        assertThat(AlertType.ENSEMBLE.severity(Double.NaN, 0.5)).isEqualTo(Severity.INFO);
    }
}
