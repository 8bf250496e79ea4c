package io.bookpulse.core.anomaly;

import java.util.Arrays;

/**
 * A model together with what its training showed.
 *
 * <p>The rows that it was grown of are scored by it: with the default sample size each row is in
 * few trees, so their scores are those of new samples to within the noise of a quantile.
 */
public final class ForestFit {
    private final IsolationForestModel model;
    private final double[] ascending;
    private final boolean[] constant;

    private ForestFit(IsolationForestModel model, double[] ascending, boolean[] constant) {
        this.model = model;
        this.ascending = ascending;
        this.constant = constant;
    }

    /**
     * Fits a model.
     *
     * @param training the rows
     * @param parameters how the forest is grown
     * @param share of the rows that may score above the limit, above 0 and below 1
     * @throws IllegalArgumentException if there are too few rows for a tree or for the limit, or if
     *     they are all alike: one sentence without its end
     */
    public static ForestFit of(
            TrainingRows training, IsolationForestParameters parameters, double share) {
        double[][] rows = training.rows();
        require(training, rows.length, parameters.sampleSize(), "to grow trees; there are");
        long needed = ScoreThreshold.samplesFor(share);
        require(
                training,
                rows.length,
                needed,
                "to know the limit that one in "
                        + Math.round(1 / share)
                        + " of them passes; there are");
        boolean[] constant = constant(rows);
        RobustScale scale = RobustScale.fit(rows);
        for (double[] row : rows) {
            scale.standardise(row);
        }
        IsolationForest forest = new IsolationForestTrainer(parameters).fit(rows);
        double[] scores = Arrays.stream(rows).mapToDouble(forest::score).sorted().toArray();
        double threshold = ScoreThreshold.of(scores, share);
        return new ForestFit(
                new IsolationForestModel(training.features(), scale, forest, threshold),
                scores,
                constant);
    }

    private static void require(TrainingRows training, int rows, long needed, String purpose) {
        if (rows >= needed) {
            return;
        }
        int worst = 0;
        for (int i = 1; i < training.features().size(); i++) {
            worst = training.lacking(i) > training.lacking(worst) ? i : worst;
        }
        throw new IllegalArgumentException(
                "the training set is too short: "
                        + needed
                        + " samples are needed "
                        + purpose
                        + " "
                        + rows
                        + " usable of "
                        + training.seen()
                        + " ("
                        + training.lacking(worst)
                        + " lack "
                        + training.features().get(worst)
                        + ")");
    }

    private static boolean[] constant(double[][] rows) {
        boolean[] constant = new boolean[rows[0].length];
        Arrays.fill(constant, true);
        for (double[] row : rows) {
            for (int i = 0; i < constant.length; i++) {
                constant[i] &= row[i] == rows[0][i];
            }
        }
        return constant;
    }

    /** The model. */
    public IsolationForestModel model() {
        return model;
    }

    /** How many rows there were. */
    public int rows() {
        return ascending.length;
    }

    /** The score below which a share of the rows lies, 0 to 1. */
    public double scoreQuantile(double share) {
        return ascending[(int) Math.min(ascending.length - 1, share * ascending.length)];
    }

    /** Whether all rows had the same value of a feature, which then says nothing. */
    public boolean isConstant(int feature) {
        return constant[feature];
    }
}
