package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmpiricalTailTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final EmpiricalTail tail = new EmpiricalTail(0.01, 100);
    private final LogHistogramState state = tail.newState();

    @Test
    void countsEarlierScoresAtOrAboveAsDefined() {
        for (int i = 0; i < 150; i++) {
            tail.add(state, 0, i < 147 ? 0.5 : 2);
        }
        assertThat(tail.pValue(state, 3)).isCloseTo(1.0 / 151, within(1e-12));
        assertThat(tail.pValue(state, 1)).isCloseTo(4.0 / 151, within(1e-12));
        assertThat(tail.pValue(state, 2)).as("a tie counts").isCloseTo(4.0 / 151, within(1e-12));
        assertThat(tail.pValue(state, 0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void saysNothingBeforeAHundredScoresNorOfNoScore() {
        for (int i = 0; i < 99; i++) {
            tail.add(state, 0, 0.5);
        }
        tail.add(state, 0, Double.NaN);
        assertThat(tail.pValue(state, 1)).isNaN();
        tail.add(state, 0, 0.5);
        assertThat(tail.pValue(state, 1)).isCloseTo(1.0 / 101, within(1e-12));
        assertThat(tail.pValue(state, Double.NaN)).isNaN();
    }

    @Test
    void forgetsWithATimeConstantOfADay() {
        for (int i = 0; i < 1000; i++) {
            tail.add(state, 0, 2);
        }
        tail.add(state, DAY, 0.5);
        double old = 1000 / Math.E;
        assertThat(tail.pValue(state, 1)).isCloseTo((1 + old) / (2 + old), within(1e-9));
    }

    /** A p-value without cause is at most a with a probability of at most a. */
    @Test
    void isNeverTooSmallWithoutCause() {
        SplittableRandom random = new SplittableRandom(7);
        int[] below = new int[3];
        double[] levels = {0.1, 0.01, 0.001};
        int judged = 0;
        for (int i = 0; i < 200_000; i++) {
            double score = -Math.log(random.nextDouble());
            double p = tail.pValue(state, score);
            for (int j = 0; j < levels.length; j++) {
                below[j] += p <= levels[j] ? 1 : 0;
            }
            judged += Double.isNaN(p) ? 0 : 1;
            tail.add(state, i * SECOND, score);
        }
        for (int j = 0; j < levels.length; j++) {
            double expected = judged * levels[j];
            assertThat(below[j])
                    .as("p <= %s", levels[j])
                    .isBetween((int) (0.5 * expected), (int) (expected + 3 * Math.sqrt(expected)));
        }
    }
}
