package io.bookpulse.core.ensemble;

import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The members' scores of a sample, and what they make together.
 *
 * <pre>
 * s = min(1, (statistic / threshold) / 2)      0.5 = at the threshold
 * </pre>
 *
 * Drift charts and change points watch the same features for the same kind of change: they are one
 * member, the larger of both, or one shift would count twice.
 */
final class Members implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many members there are. */
    static final int COUNT = 5;

    private static final int DRIFT = 1;
    private static final int MOST_EVIDENCE = 3;

    private static final SampleColumn[] COLUMNS = {
        SampleColumn.SCORE_RULES,
        SampleColumn.SCORE_DRIFT,
        SampleColumn.SCORE_BURST,
        SampleColumn.SCORE_REGIME,
        SampleColumn.SCORE_ANOMALY
    };

    private final Combination combination;
    private final int minMembers;
    private final double[] weights;

    Members(EnsembleParameters parameters) {
        combination = parameters.combination();
        minMembers = parameters.minMembers();
        EnsembleWeights w = parameters.weights();
        weights = new double[] {w.rules(), w.drift(), w.burst(), w.regime(), w.anomaly()};
    }

    /** The ensemble's score, 0 to 1; NaN if too few members judge the sample. */
    double combine(Sample sample) {
        double sum = 0;
        double total = 0;
        int members = 0;
        for (int i = 0; i < COUNT; i++) {
            double score = score(sample, i);
            if (weights[i] > 0 && !Double.isNaN(score)) {
                sum = combination.add(sum, weights[i], score);
                total += weights[i];
                members++;
            }
        }
        return members < minMembers ? Double.NaN : combination.result(sum, total);
    }

    /**
     * The members that speak loudest, at most three: each its statistic over its threshold, which
     * is 1, and its contribution: what the ensemble's score would lose if the member's were 0.
     */
    Evidence[] evidence(Sample sample) {
        Integer[] order = new Integer[COUNT];
        double[] contribution = new double[COUNT];
        double all = combine(sample);
        for (int i = 0; i < COUNT; i++) {
            order[i] = i;
            contribution[i] = all - without(sample, i);
        }
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -contribution[i]));
        int count = 0;
        while (count < MOST_EVIDENCE && contribution[order[count]] > 0) {
            count++;
        }
        Evidence[] evidence = new Evidence[2 * count];
        for (int rank = 0; rank < count; rank++) {
            int i = order[rank];
            SampleColumn column = column(sample, i);
            String name = column.columnName();
            evidence[2 * rank] = Evidence.of(name, sample.value(column), Double.NaN, 1);
            evidence[2 * rank + 1] =
                    Evidence.of(name + "_contribution", contribution[i], Double.NaN, Double.NaN);
        }
        return evidence;
    }

    private double without(Sample sample, int member) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < COUNT; i++) {
            double score = score(sample, i);
            if (weights[i] > 0 && !Double.isNaN(score)) {
                sum = combination.add(sum, weights[i], i == member ? 0 : score);
                total += weights[i];
            }
        }
        return combination.result(sum, total);
    }

    private static double score(Sample sample, int member) {
        double ratio = sample.value(column(sample, member));
        return Double.isNaN(ratio) ? ratio : Math.max(0, Math.min(1, ratio / 2));
    }

    private static SampleColumn column(Sample sample, int member) {
        if (member == DRIFT) {
            double drift = sample.value(SampleColumn.SCORE_DRIFT);
            double change = sample.value(SampleColumn.SCORE_CHANGE_POINT);
            return Double.isNaN(drift) || change > drift
                    ? SampleColumn.SCORE_CHANGE_POINT
                    : SampleColumn.SCORE_DRIFT;
        }
        return COLUMNS[member];
    }
}
