package io.bookpulse.core.anomaly;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Fixtures: points to score, and how well scores tell two sets of points apart. */
final class Markets {
    private Markets() {}

    /** Independent standard normal points. */
    static double[][] normal(long seed, int count, int features) {
        double[] values = SeededStreams.gaussian(seed, count * features);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(values, i * features, (i + 1) * features);
        }
        return rows;
    }

    /** Points around two centres, every tenth feature value rounded so that equal values occur. */
    static double[][] clusters(long seed, int count, int features) {
        double[][] rows = normal(seed, count, features);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < features; j++) {
                rows[i][j] = (i % 3 == 0 ? 4 : 0) + 0.5 * rows[i][j];
                rows[i][j] = (i + j) % 10 == 0 ? Math.rint(rows[i][j]) : rows[i][j];
            }
        }
        return rows;
    }

    static double[] scores(ToDoubleFunction<double[]> score, double[][] points) {
        return Arrays.stream(points).mapToDouble(score).toArray();
    }

    /** Probability that a high one is above a low one, ties half: all pairs are compared. */
    static double auc(double[] high, double[] low) {
        double wins = 0;
        for (double one : high) {
            for (double other : low) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / high.length / low.length;
    }

    static int greatest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
