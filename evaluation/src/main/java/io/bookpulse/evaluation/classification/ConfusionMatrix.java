package io.bookpulse.evaluation.classification;

import io.bookpulse.core.Checks;

/**
 * How often each true class was given each label.
 *
 * <pre>
 * precision(k) = n[k][k] / sum_i n[i][k]      recall(k) = n[k][k] / sum_j n[k][j]
 * F1(k)        = 2 precision recall / (precision + recall)
 * </pre>
 *
 * A class that neither occurs nor is given has no F1 and is left out of the macro average; one that
 * is never right has 0. O(1) an observation.
 */
public final class ConfusionMatrix {
    private final long[][] counts;

    /** Returns an empty matrix of so many classes, at least 1. */
    public ConfusionMatrix(int classes) {
        Checks.atLeast(1, classes, "classes");
        counts = new long[classes][classes];
    }

    /** Takes in an observation. */
    public void add(int truth, int label) {
        counts[truth][label]++;
    }

    /** How often that true class was given that label. */
    public long count(int truth, int label) {
        return counts[truth][label];
    }

    /** Share of right labels, 0 to 1; NaN without observations. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
            all += occurrences(k);
        }
        return (double) right / all;
    }

    /** F1 of a class, 0 to 1; NaN if it neither occurs nor is given. */
    public double f1(int k) {
        return 2.0 * counts[k][k] / (occurrences(k) + given(k));
    }

    /** Mean F1 over the classes that have one, 0 to 1; NaN without observations. */
    public double macroF1() {
        double sum = 0;
        int classes = 0;
        for (int k = 0; k < counts.length; k++) {
            double f1 = f1(k);
            if (!Double.isNaN(f1)) {
                sum += f1;
                classes++;
            }
        }
        return sum / classes;
    }

    private long occurrences(int truth) {
        long sum = 0;
        for (long count : counts[truth]) {
            sum += count;
        }
        return sum;
    }

    private long given(int label) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[label];
        }
        return sum;
    }
}
