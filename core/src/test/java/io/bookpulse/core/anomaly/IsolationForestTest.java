package io.bookpulse.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IsolationForestTest {
    private static final IsolationForestParameters DEFAULTS = IsolationForestParameters.defaults();

    @Test
    void agreesWithTheGoldenVectorOfPathLengths() {
        assertThat(PathLength.expected(1)).isZero();
        assertThat(PathLength.expected(2)).isEqualTo(1);
        assertThat(PathLength.expected(256)).isCloseTo(10.2486899, within(5e-8));
    }

    @Test
    void scoresAndCreditsAsARecursiveWalkOfTheSameTrees() {
        double[][] rows = Markets.clusters(5, 2_000, 4);
        IsolationForest forest = new IsolationForestTrainer(DEFAULTS).fit(rows);
        NaiveIsolationForest naive = new NaiveIsolationForest(forest);
        double[] contributions = new double[4];
        for (double[] x : Markets.clusters(6, 300, 4)) {
            assertThat(forest.score(x)).isCloseTo(naive.score(x), within(1e-12));
            forest.attribute(x, contributions);
            assertThat(contributions)
                    .containsExactly(positiveShares(naive.credits(x)), within(1e-9));
        }
    }

    @Test
    void creditsSumToTheDepthThatWasSaved() {
        double[][] rows = Markets.clusters(5, 2_000, 4);
        IsolationForest forest = new IsolationForestTrainer(DEFAULTS).fit(rows);
        NaiveIsolationForest naive = new NaiveIsolationForest(forest);
        double[] x = {9, 0, 0, 0};
        double saved = Arrays.stream(naive.credits(x)).sum() / forest.trees();
        double meanPath = -Math.log(forest.score(x)) / Math.log(2) * PathLength.expected(256);
        assertThat(saved).isCloseTo(PathLength.expected(256) - meanPath, within(1e-9));
    }

    /** Liu 2008: the mean of h over many forests is what it is, whoever draws. */
    @Test
    void growsTreesOfTheSameDepthsAsTheNaiveTrainer() {
        double[][] rows = Markets.clusters(8, 1_000, 3);
        IsolationForest fast =
                new IsolationForestTrainer(new IsolationForestParameters(1000, 64, 3)).fit(rows);
        NaiveIsolationForest naive = new NaiveIsolationForest(rows, 1000, 64, 4);
        double[][] points = {{0, 0, 0}, {1, 1, 1}, {4, 0, 0}, {8, 8, 8}, {-3, 2, 0}};
        for (double[] x : points) {
            // Path lengths deviate by about 2 edges: their mean over 1000 trees by 0.06.
            double fastPath = -Math.log(fast.score(x)) / Math.log(2) * PathLength.expected(64);
            double naivePath = -Math.log(naive.score(x)) / Math.log(2) * PathLength.expected(64);
            assertThat(fastPath).isCloseTo(naivePath, within(0.3));
        }
    }

    /**
     * Of distinct points of one feature every cut is one of the n - 1 gaps, weighted by its width;
     * for n equal gaps that is the shape of a random binary search tree, whose mean depth is c(n).
     */
    @Test
    void isolatesEvenlySpacedPointsAfterTheExpectedPath() {
        double[][] rows = new double[64][1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i;
        }
        IsolationForest forest =
                new IsolationForestTrainer(new IsolationForestParameters(1000, 64, 11)).fit(rows);
        double sum = 0;
        for (double[] row : rows) {
            sum -= Math.log(forest.score(row)) / Math.log(2) * PathLength.expected(64);
        }
        assertThat(sum / rows.length).isCloseTo(PathLength.expected(64), within(0.05));
    }

    @Test
    void scoresOutliersAboveOneHalfAndTheMiddleBelow() {
        IsolationForest forest =
                new IsolationForestTrainer(DEFAULTS).fit(Markets.normal(1, 5_000, 8));
        double[] middle = new double[8];
        double[] outlier = new double[8];
        Arrays.fill(outlier, 6);
        assertThat(forest.score(middle)).isLessThan(0.45);
        assertThat(forest.score(outlier)).isGreaterThan(0.7);
    }

    /** Cuts reach no further than the rows do, so a few of the anomalies must be among them. */
    @Test
    void tellsInjectedAnomaliesFromTheRest() {
        IsolationForest forest = new IsolationForestTrainer(DEFAULTS).fit(contaminated());
        double[][] usual = Markets.normal(3, 2_000, 8);
        double[][] odd = Markets.normal(4, 2_000, 8);
        for (int i = 0; i < odd.length; i++) {
            odd[i][i % 8] += 6;
        }
        double auc =
                Markets.auc(
                        Markets.scores(forest::score, odd), Markets.scores(forest::score, usual));
        NaiveIsolationForest naive = new NaiveIsolationForest(contaminated(), 100, 256, 9);
        double reference =
                Markets.auc(Markets.scores(naive::score, odd), Markets.scores(naive::score, usual));
        assertThat(auc).isGreaterThan(0.94).isCloseTo(reference, within(0.02));
    }

    @Test
    void attributesAnAnomalyToTheFeatureThatHasIt() {
        IsolationForest forest = new IsolationForestTrainer(DEFAULTS).fit(contaminated());
        double[] contributions = new double[8];
        for (int feature = 0; feature < 8; feature++) {
            double[] x = Markets.normal(5 + feature, 1, 8)[0];
            x[feature] = 7;
            forest.attribute(x, contributions);
            assertThat(Markets.greatest(contributions)).isEqualTo(feature);
            assertThat(Arrays.stream(contributions).sum()).isCloseTo(1, within(1e-12));
        }
    }

    /** Two in a hundred rows have one feature shifted by 6 deviations. */
    private static double[][] contaminated() {
        double[][] rows = Markets.normal(2, 20_000, 8);
        for (int i = 0; i < rows.length; i += 50) {
            rows[i][i / 50 % 8] += 6;
        }
        return rows;
    }

    @Test
    void givesNoScoreToAPointThatLacksAValue() {
        IsolationForest forest =
                new IsolationForestTrainer(DEFAULTS).fit(Markets.normal(1, 500, 2));
        assertThat(forest.score(new double[] {0, Double.NaN})).isNaN();
        assertThat(forest.score(new double[] {Double.POSITIVE_INFINITY, 0})).isNaN();
    }

    @Test
    void growsTheSameForestFromTheSameSeedAndAnotherFromAnother() {
        double[][] rows = Markets.normal(1, 1_000, 3);
        IsolationForest one = new IsolationForestTrainer(DEFAULTS).fit(rows);
        IsolationForest same = new IsolationForestTrainer(DEFAULTS).fit(rows);
        IsolationForest other =
                new IsolationForestTrainer(new IsolationForestParameters(100, 256, 2)).fit(rows);
        assertThat(same.tree(99).split).isEqualTo(one.tree(99).split);
        assertThat(other.tree(99).split).isNotEqualTo(one.tree(99).split);
        // The numbers themselves: any change of the generator or of the order of draws shows here.
        double[] x = {0.5, -1.5, 2.5};
        assertThat(one.score(x)).isEqualTo(0.5807986828646952);
    }

    @Test
    void cutsAtMostEightTimesAndNeverAConstantFeature() {
        double[][] rows = Markets.normal(1, 1_000, 3);
        for (double[] row : rows) {
            row[1] = 42;
        }
        IsolationForest forest = new IsolationForestTrainer(DEFAULTS).fit(rows);
        for (int i = 0; i < forest.trees(); i++) {
            assertThat(forest.tree(i).feature).doesNotContain(1);
            assertThat(forest.tree(i).feature.length).isLessThanOrEqualTo(511);
            assertThat(forest.tree(i).size[0]).isEqualTo(256);
        }
    }

    @Test
    void refusesRowsThatAreAllAlike() {
        assertThatThrownBy(() -> new IsolationForestTrainer(DEFAULTS).fit(new double[300][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows are all alike, must differ in some feature");
    }

    @Test
    void refusesBrokenTrees() {
        int[] feature = {0, -1, -1};
        double[] split = {1, 0, 0};
        assertThat(forest(feature, split, new int[] {3, 1, 2}).score(new double[] {0, 0}))
                .isBetween(0.0, 1.0);
        assertThatThrownBy(() -> forest(feature, split, new int[] {3, 1, 1}))
                .hasMessage("tree is broken at node 0");
        assertThatThrownBy(() -> forest(new int[] {5, -1, -1}, split, new int[] {3, 1, 2}))
                .hasMessage("tree is broken at node 0");
        assertThatThrownBy(() -> forest(new int[] {0, 0, -1}, split, new int[] {3, 1, 2}))
                .hasMessage("tree is broken at node 2");
        assertThatThrownBy(() -> forest(new int[] {-1, -1, -1}, split, new int[] {3, 1, 2}))
                .hasMessage("tree is broken at node 0");
        assertThatThrownBy(() -> forest(feature, split, new int[] {4, 1, 3}))
                .hasMessage("tree has no root of 3 points");
    }

    private static IsolationForest forest(int[] feature, double[] split, int[] size) {
        return new IsolationForest(
                2, 3, new IsolationTree[] {new IsolationTree(feature, split, size)});
    }

    private static double[] positiveShares(double[] credits) {
        double[] shares = Arrays.stream(credits).map(credit -> Math.max(0, credit)).toArray();
        double sum = Arrays.stream(shares).sum();
        return sum == 0 ? shares : Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    @Test
    void measuresMedianAndDeviationByHand() {
        double[][] rows = {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {100, 5}};
        RobustScale scale = RobustScale.fit(rows);
        assertThat(scale.median(0)).isEqualTo(3);
        // deviations 2 1 0 1 97: median 1
        assertThat(scale.width(0)).isCloseTo(1.4826, within(1e-4));
        // deviations 0 0 0 0 5: median 0, mean 1
        assertThat(scale.width(1)).isCloseTo(Math.sqrt(Math.PI / 2), within(1e-12));
        double[] x = {3 + 2 * scale.width(0), 0};
        scale.standardise(x);
        assertThat(x).containsExactly(new double[] {2, 0}, within(1e-12));
    }
}
