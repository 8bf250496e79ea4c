package io.bookpulse.core.regime.hmm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the regimes of a fit into the order of their labels (DEFINITIONS 10.4).
 *
 * <p>Without a previous model: by the variance of the first feature (momentum) in its own units,
 * ascending; equal ones (within 1e-9 of each other) by the mean of the second (range), then of the
 * third (activity). With one of as many regimes: every regime takes the place of its match, where
 * the sum of Bhattacharyya distances over all matches is least, so that a retrained model does not
 * swap labels.
 */
final class RegimeOrder {
    private static final double EQUAL = 1e-9;

    private RegimeOrder() {}

    /** Regime i of the ordered model is number {@code result[i]} of the fit. */
    static int[] of(List<Gaussian> fitted, @Nullable List<Gaussian> previous) {
        return previous == null || previous.size() != fitted.size()
                ? byVariance(fitted)
                : byMatch(fitted, previous);
    }

    private static int[] byVariance(List<Gaussian> fitted) {
        int[] order = identity(fitted.size());
        for (int i = 1; i < order.length; i++) {
            for (int j = i; j > 0; j--) {
                if (compare(fitted.get(order[j - 1]), fitted.get(order[j])) > 0) {
                    swap(order, j - 1, j);
                }
            }
        }
        return order;
    }

    private static int compare(Gaussian one, Gaussian other) {
        double variance = one.covariance()[0][0];
        double otherVariance = other.covariance()[0][0];
        if (Math.abs(variance - otherVariance) > EQUAL * Math.max(variance, otherVariance)) {
            return Double.compare(variance, otherVariance);
        }
        for (int feature = 1; feature < one.size(); feature++) {
            int byMean = Double.compare(one.mean()[feature], other.mean()[feature]);
            if (byMean != 0) {
                return byMean;
            }
        }
        return 0;
    }

    /** Tries all permutations: at most 120. */
    private static int[] byMatch(List<Gaussian> fitted, List<Gaussian> previous) {
        int states = fitted.size();
        double[][] distance = new double[states][states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                distance[i][j] = previous.get(i).bhattacharyya(fitted.get(j));
            }
        }
        Search search = new Search(distance);
        search.extend(0, 0);
        return search.best;
    }

    private static int[] identity(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /** Depth-first over permutations, leaving those that are no better already. */
    private static final class Search {
        private final double[][] distance;
        private final int[] order;
        private int[] best;
        private double least = Double.POSITIVE_INFINITY;

        Search(double[][] distance) {
            this.distance = distance;
            order = identity(distance.length);
            best = order.clone();
        }

        void extend(int place, double sum) {
            if (sum >= least) {
                return;
            }
            if (place == order.length) {
                least = sum;
                best = order.clone();
                return;
            }
            for (int i = place; i < order.length; i++) {
                swap(order, place, i);
                extend(place + 1, sum + distance[place][order[place]]);
                swap(order, place, i);
            }
        }
    }
}
