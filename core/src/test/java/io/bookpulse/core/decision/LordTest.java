package io.bookpulse.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.StructRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LordTest {
    private final Lord lord = new Lord(0.05);
    private final LordState state = new LordState();

    /** Golden vector G17. */
    @Test
    void givesTheGoldenLevels() {
        double[] p = {1e-5, 0.2, 1e-4, 0.001, 0.5, 1e-6};
        double[] levels = {0.00133792, 0.00162887, 0.00053877, 0.00312974, 0.00363856, 0.00140340};
        boolean[] rejected = {true, false, true, true, false, true};
        for (int i = 0; i < p.length; i++) {
            assertThat(lord.nextLevel(state)).as("level %d", i).isCloseTo(levels[i], within(6e-9));
            assertThat(lord.rejects(state, p[i])).as("test %d", i).isEqualTo(rejected[i]);
        }
    }

    /** The formula over all rejections ever made; beyond 100 of them the level is never above. */
    @Test
    void neverExceedsTheLevelOfAllRejections() {
        SplittableRandom random = new SplittableRandom(17);
        List<Integer> rejections = new ArrayList<>();
        for (int t = 1; t <= 2000; t++) {
            double level = naiveLevel(t, rejections);
            if (rejections.size() <= 100) {
                assertThat(lord.nextLevel(state)).isCloseTo(level, within(1e-15));
            }
            assertThat(lord.nextLevel(state)).isLessThanOrEqualTo(level + 1e-15);
            if (lord.rejects(state, random.nextInt(4) == 0 ? 1e-9 : random.nextDouble())) {
                rejections.add(t);
            }
        }
        assertThat(rejections).hasSizeGreaterThan(300);
    }

    private static double naiveLevel(int t, List<Integer> rejections) {
        double level = gamma(t) * 0.025;
        for (int j = 0; j < rejections.size(); j++) {
            level += (j == 0 ? 0.025 : 0.05) * gamma(t - rejections.get(j));
        }
        return level;
    }

    private static double gamma(int j) {
        return 0.07720838 * Math.log(Math.max(j, 2)) / (j * Math.exp(Math.sqrt(Math.log(j))));
    }

    @Test
    void keepsItsStateInAStruct() {
        assertThat(StructRules.violations(FalseDiscoveryState.class)).isEmpty();
        assertThat(StructRules.violations(Trial.class)).isEmpty();
    }
}
