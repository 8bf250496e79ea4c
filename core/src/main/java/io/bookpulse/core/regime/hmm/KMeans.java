package io.bookpulse.core.regime.hmm;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Groups observations around centres: k-means++ seeding, then Lloyd's steps until nothing moves, at
 * most 50. O(observations k d) a step.
 *
 * <p>The first feature (momentum) counts by its size alone: regimes differ in how far prices move,
 * and groups of rises and falls are a start from which Baum-Welch often does not find them.
 *
 * <p>Source: D. Arthur and S. Vassilvitskii (2007), k-means++: the advantages of careful seeding.
 */
final class KMeans {
    private static final int STEPS = 50;

    private final TrainingSet set;
    private final int groups;
    private final int d;
    private final double[] values;

    private KMeans(TrainingSet set, int groups) {
        this.set = set;
        this.groups = groups;
        this.d = set.features();
        this.values = set.values().clone();
        for (int at = 0; at < values.length; at += d) {
            values[at] = Math.abs(values[at]);
        }
    }

    /** The group of each observation, from 0; a group may be empty. */
    static int[] groups(TrainingSet set, int groups, RandomGenerator random) {
        return new KMeans(set, groups).run(random);
    }

    private int[] run(RandomGenerator random) {
        double[][] centres = seeds(random);
        int[] group = new int[set.observations()];
        boolean moved = true;
        for (int step = 0; step < STEPS && moved; step++) {
            moved = assign(centres, group);
            move(centres, group);
        }
        return group;
    }

    /** Each next centre is an observation, drawn by its squared distance to the nearest so far. */
    private double[][] seeds(RandomGenerator random) {
        int n = set.observations();
        double[][] centres = new double[groups][];
        centres[0] = observation(random.nextInt(n));
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.MAX_VALUE);
        for (int k = 1; k < groups; k++) {
            double sum = 0;
            for (int t = 0; t < n; t++) {
                nearest[t] = Math.min(nearest[t], distance(centres[k - 1], t));
                sum += nearest[t];
            }
            double left = random.nextDouble() * sum;
            int chosen = 0;
            while (chosen < n - 1 && left >= nearest[chosen]) {
                left -= nearest[chosen++];
            }
            centres[k] = observation(chosen);
        }
        return centres;
    }

    private boolean assign(double[][] centres, int[] group) {
        boolean moved = false;
        for (int t = 0; t < group.length; t++) {
            int best = 0;
            for (int k = 1; k < groups; k++) {
                if (distance(centres[k], t) < distance(centres[best], t)) {
                    best = k;
                }
            }
            moved |= group[t] != best;
            group[t] = best;
        }
        return moved;
    }

    private void move(double[][] centres, int[] group) {
        int[] size = new int[groups];
        double[][] sums = new double[groups][d];
        for (int t = 0; t < group.length; t++) {
            size[group[t]]++;
            for (int j = 0; j < d; j++) {
                sums[group[t]][j] += values[t * d + j];
            }
        }
        for (int k = 0; k < groups; k++) {
            for (int j = 0; j < d && size[k] > 0; j++) {
                centres[k][j] = sums[k][j] / size[k];
            }
        }
    }

    private double[] observation(int t) {
        return Arrays.copyOfRange(values, t * d, t * d + d);
    }

    private double distance(double[] centre, int t) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double gap = values[t * d + j] - centre[j];
            sum += gap * gap;
        }
        return sum;
    }
}
