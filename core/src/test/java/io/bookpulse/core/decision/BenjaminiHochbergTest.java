package io.bookpulse.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    /** Benjamini and Hochberg (1995), section 3.2: four of fifteen at 0.05. */
    @Test
    void rejectsWhatItsAuthorsReject() {
        double[] p = {
            0.0459, 0.0001, 0.7590, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0004, 0.3240,
            0.4262, 0.5719, 0.6528, 1.0000
        };
        assertThat(BenjaminiHochberg.limit(p, 15, 0.05)).isEqualTo(0.0095);
    }

    @Test
    void countsTestsThatAreNotAmongThePValues() {
        double[] p = {0.0001, 0.0004, 0.0019, 0.0095};
        assertThat(BenjaminiHochberg.limit(p, 15, 0.05)).isEqualTo(0.0095);
        // lines of 150 tests: 0.00033, 0.00067, 0.001, 0.00133
        assertThat(BenjaminiHochberg.limit(p, 150, 0.05)).isEqualTo(0.0004);
        // line of the first of 1500: 0.000033
        assertThat(BenjaminiHochberg.limit(p, 1500, 0.05)).isEqualTo(-1);
        assertThat(BenjaminiHochberg.limit(new double[0], 10, 0.05)).isEqualTo(-1);
    }

    @Test
    void isTheLargestRankThatMeetsItsLine() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 500; run++) {
            double[] p = random.doubles(1 + random.nextInt(30)).map(x -> x * x * x).toArray();
            double expected = -1;
            for (double candidate : p) {
                long rank = Arrays.stream(p).filter(x -> x <= candidate).count();
                if (candidate <= 0.1 * rank / 40) {
                    expected = Math.max(expected, candidate);
                }
            }
            assertThat(BenjaminiHochberg.limit(p, 40, 0.1)).isEqualTo(expected);
        }
    }
}
