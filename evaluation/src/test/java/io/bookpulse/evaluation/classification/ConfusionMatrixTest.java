package io.bookpulse.evaluation.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** Rows 5 1 0, 2 3 1, 0 0 4: F1 = 10/13, 6/10, 8/9, by hand. */
    @Test
    void averagesTheClasses() {
        long[][] counts = {{5, 1, 0}, {2, 3, 1}, {0, 0, 4}};
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (long n = 0; n < counts[i][j]; n++) {
                    matrix.add(i, j);
                }
            }
        }
        assertThat(matrix.count(1, 0)).isEqualTo(2);
        assertThat(matrix.f1(0)).isCloseTo(10.0 / 13, within(1e-12));
        assertThat(matrix.macroF1()).isCloseTo((10.0 / 13 + .6 + 8.0 / 9) / 3, within(1e-12));
        assertThat(matrix.accuracy()).isCloseTo(.75, within(1e-12));
    }

    @Test
    void leavesOutAClassThatDoesNotOccur() {
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        assertThat(matrix.macroF1()).isNaN();
        matrix.add(0, 0);
        assertThat(matrix.macroF1()).isEqualTo(1);
        matrix.add(0, 1);
        assertThat(matrix.macroF1()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
    }
}
