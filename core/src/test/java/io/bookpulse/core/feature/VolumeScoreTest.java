package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeScoreTest {
    private final VolumeScore score = new VolumeScore(1, 60, 30);

    /**
     * Of a volume that was always the same. By hand: the floor of the deviation is 0.1 (1 - 1 / (1
     * + V)) = 0.1 V / (1 + V), so for V = 100 twice as much is ln(201 / 101) / 0.0990099 = 6.9507,
     * for V = 0.01 it is ln(1.02 / 1.01) / 0.00099010 = 9.9508.
     */
    @ParameterizedTest
    @CsvSource({"100, 200, 6.9507", "100, 100, 0", "0.01, 0.02, 9.9508", "0.01, 0, -10.0499"})
    void takesConstantVolumeToFluctuateByATenth(double usual, double now, double expected) {
        VolumeScoreState state = constant(usual);
        assertThat(score.of(state, now)).isCloseTo(expected, within(2e-4));
        assertThat(score.isDegenerate(state)).isTrue();
    }

    @Test
    void hasNoScaleWhereNothingIsTraded() {
        VolumeScoreState state = constant(0);
        assertThat(score.of(state, 5)).isNaN();
        assertThat(score.of(state, 0)).isNaN();
    }

    /** Volumes 1 and 3 by turns: mean ln(8) / 2, deviation ln(2) / 2 sqrt(60 / 59). */
    @Test
    void usesTheDeviationItselfWhereItIsLarger() {
        VolumeScoreState state = score.newState();
        for (int i = 1; i <= 61; i++) {
            score.push(state, i, i % 2 == 0 ? 1 : 3);
        }
        double deviation = 0.5 * Math.log(2) * Math.sqrt(60 / 59.0);
        double mean = 0.5 * Math.log(8);
        assertThat(score.of(state, 7)).isCloseTo((Math.log(8) - mean) / deviation, within(1e-9));
        assertThat(score.isDegenerate(state)).isFalse();
    }

    private VolumeScoreState constant(double volume) {
        VolumeScoreState state = score.newState();
        for (int i = 1; i <= 61; i++) {
            score.push(state, i, volume);
        }
        return state;
    }
}
