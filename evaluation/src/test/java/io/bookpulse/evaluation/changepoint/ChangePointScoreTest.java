package io.bookpulse.evaluation.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All by hand. */
class ChangePointScoreTest {
    @Test
    void isPerfectWhereAllAgree() {
        ChangePointScore score =
                ChangePointScore.of(List.of(30, 60), List.of(List.of(30, 60)), 100, 5);
        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.covering()).isEqualTo(1);
    }

    @Test
    void countsTheOriginForWhoFindsNothing() {
        ChangePointScore score = ChangePointScore.of(List.of(), List.of(List.of(50)), 100, 5);
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.f1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score.covering()).isEqualTo(0.5);
    }

    /** Union {0, 28}, found {0, 30, 70}: P = 2/3; R = (1 + 1) / 2; C = (0.4 + 0.28*28/30 + ...). */
    @Test
    void averagesOverAnnotatorsAndTakesTheUnionForPrecision() {
        ChangePointScore score =
                ChangePointScore.of(List.of(30, 70), List.of(List.of(), List.of(28)), 100, 5);
        assertThat(score.precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score.recall()).isEqualTo(1);
        double first = 40 / 100.0;
        double second = (28 * (28 / 30.0) + 72 * (40 / 72.0)) / 100;
        assertThat(score.covering()).isCloseTo((first + second) / 2, within(1e-12));
    }

    @Test
    void givesNoMoreThanTheMargin() {
        assertThat(recall(List.of(55))).isEqualTo(1);
        assertThat(recall(List.of(56))).isEqualTo(0.5);
    }

    private static double recall(List<Integer> found) {
        return ChangePointScore.of(found, List.of(List.of(50)), 100, 5).recall();
    }

    /** One found point cannot stand for two marked ones. */
    @Test
    void usesEachFoundPointOnce() {
        ChangePointScore score = ChangePointScore.of(List.of(51), List.of(List.of(50, 52)), 100, 5);
        assertThat(score.recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score.precision()).isEqualTo(1);
    }
}
