package io.bookpulse.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfSpaceTreesTest {
    private static final HalfSpaceTreesParameters DEFAULTS = HalfSpaceTreesParameters.defaults();

    @Test
    void scoresFromTheThirdWindowOn() {
        HalfSpaceTrees trees = new HalfSpaceTrees(DEFAULTS, 2);
        HalfSpaceTreesState state = trees.newState();
        double[][] points = Markets.normal(1, 501, 2);
        for (int i = 0; i < 500; i++) {
            assertThat(trees.score(state, points[i])).isNaN();
            trees.learn(state, points[i]);
        }
        assertThat(trees.score(state, points[500])).isBetween(0.0, 1.0);
    }

    /** All points of a window in one place: wherever a path ends there, its mass is the window. */
    @Test
    void givesTheScoresThatFollowByHand() {
        HalfSpaceTrees trees = new HalfSpaceTrees(DEFAULTS, 1);
        HalfSpaceTreesState state = trees.newState();
        for (int i = 0; i < 250; i++) {
            trees.learn(state, new double[] {i / 250.0});
        }
        for (int i = 0; i < 250; i++) {
            trees.learn(state, new double[] {0.3});
        }
        // 25 trees of height 8: each ends at depth 8 with mass 250, so 2^8 times the window.
        assertThat(trees.score(state, new double[] {0.3})).isEqualTo(1.0 / 257);
        // Far away every tree ends in an empty cell.
        assertThat(trees.score(state, new double[] {50})).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithCountingThePointsInEachCell(long seed) {
        HalfSpaceTreesParameters small = new HalfSpaceTreesParameters(7, 5, 50, 0.05, seed);
        HalfSpaceTrees trees = new HalfSpaceTrees(small, 3);
        NaiveHalfSpaceTrees naive = new NaiveHalfSpaceTrees(small, 3);
        HalfSpaceTreesState state = trees.newState();
        double[][] points = Markets.clusters(seed, 600, 3);
        for (int i = 0; i < points.length; i++) {
            points[i][0] += i / 100.0; // ranges must follow
            points[i][2] = i / 130 % 2 == 0 ? 7 : points[i][2]; // and some windows be constant
            assertThat(trees.score(state, points[i]))
                    .isCloseTo(naive.score(points[i]), within(1e-12));
            trees.learn(state, points[i]);
            naive.learn(points[i]);
        }
    }

    /** More cuts than 8 find no more: with 10, a cell of 250 points is mostly empty. */
    @Test
    void tellsInjectedAnomaliesFromTheRest() {
        double deeper = auc(new HalfSpaceTreesParameters(25, 10, 250, 0.01, 1));
        assertThat(auc(DEFAULTS)).isGreaterThan(0.82).isGreaterThan(deeper - 0.01);
    }

    @Test
    void attributesAnAnomalyToTheFeatureThatHasIt() {
        HalfSpaceTrees trees = new HalfSpaceTrees(DEFAULTS, 4);
        HalfSpaceTreesState state = trees.newState();
        for (double[] point : Markets.normal(1, 1_000, 4)) {
            trees.learn(state, point);
        }
        double[] contributions = new double[4];
        for (int feature = 0; feature < 4; feature++) {
            double[] x = new double[4];
            x[feature] = -9;
            trees.attribute(state, x, contributions);
            assertThat(Markets.greatest(contributions)).isEqualTo(feature);
            assertThat(Arrays.stream(contributions).sum()).isCloseTo(1, within(1e-12));
            assertThat(x[feature]).isEqualTo(-9);
        }
    }

    @Test
    void keepsItsStateWithinItsBytes() {
        HalfSpaceTreesState state = new HalfSpaceTrees(DEFAULTS, 8).newState();
        int bytes =
                state.reference.length
                        + state.latest.length
                        + 8 * state.window.length
                        + 8 * 5 * state.median.length;
        assertThat(bytes).isLessThan(42_500);
        assertThatThrownBy(() -> new HalfSpaceTreesParameters(25, 12, 250, 0.01, 1))
                .hasMessageStartingWith("height is 12, must be so low");
    }

    static double auc(HalfSpaceTreesParameters parameters) {
        HalfSpaceTrees trees = new HalfSpaceTrees(parameters, 8);
        HalfSpaceTreesState state = trees.newState();
        double[][] points = Markets.normal(9, 8_000, 8);
        double[] usual = new double[7_000];
        double[] odd = new double[7_000];
        for (int i = 0; i < points.length; i++) {
            if (i >= 1_000) {
                usual[i - 1_000] = trees.score(state, points[i]);
                double[] x = points[i].clone();
                x[i % 8] += 5;
                odd[i - 1_000] = trees.score(state, x);
            }
            trees.learn(state, points[i]);
        }
        return Markets.auc(odd, usual);
    }
}
