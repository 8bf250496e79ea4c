package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import io.bookpulse.core.stat.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/**
 * Grows isolation forests (DEFINITIONS 9.1). Each tree gets rows drawn without replacement; a node
 * of several unlike rows above the depth limit is cut at a uniform place in the range of a feature,
 * drawn evenly from those that are not constant in it.
 *
 * <p>The same rows in the same order and the same seed give the same forest on every machine:
 * {@link SplitMix64}, seeded anew for each tree, draws everything. O(trees sampleSize (features +
 * depth)) after one index of all rows.
 *
 * <p>Source: F. Liu, K. Ting, Z. Zhou (2008), algorithms 1 and 2.
 */
public final class IsolationForestTrainer {
    private final IsolationForestParameters parameters;

    /** Returns a trainer. */
    public IsolationForestTrainer(IsolationForestParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Grows a forest.
     *
     * @param rows {@code double[rows][features]}, finite, at least 2 rows
     * @throws IllegalArgumentException if there are fewer rows, or all rows are alike
     */
    public IsolationForest fit(double[][] rows) {
        int size = Math.min(parameters.sampleSize(), Checks.atLeast(2, rows.length, "rows"));
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IsolationTree[] trees = new IsolationTree[parameters.trees()];
        boolean cut = false;
        for (int i = 0; i < trees.length; i++) {
            SplitMix64 random = new SplitMix64(new SplitMix64(parameters.seed() + i).nextLong());
            draw(order, size, random);
            trees[i] = new Growth(rows, order, size, random).tree();
            cut |= trees[i].feature.length > 1;
        }
        if (!cut) {
            throw new IllegalArgumentException("rows are all alike, must differ in some feature");
        }
        return new IsolationForest(rows[0].length, size, trees);
    }

    /** Puts so many rows, drawn without replacement, at the front. */
    private static void draw(int[] order, int count, SplitMix64 random) {
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(order.length - i);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
    }

    /** One tree while it grows. */
    private static final class Growth {
        private final double[][] rows;
        private final int[] order;
        private final SplitMix64 random;
        private final int deepest;
        private final int[] candidates;
        private final List<Integer> features = new ArrayList<>();
        private final List<Double> splits = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();

        Growth(double[][] rows, int[] order, int count, SplitMix64 random) {
            this.rows = rows;
            this.order = order;
            this.random = random;
            this.deepest = 32 - Integer.numberOfLeadingZeros(count - 1);
            this.candidates = new int[rows[0].length];
            grow(0, count, 0);
        }

        IsolationTree tree() {
            return new IsolationTree(
                    features.stream().mapToInt(Integer::intValue).toArray(),
                    splits.stream().mapToDouble(Double::doubleValue).toArray(),
                    sizes.stream().mapToInt(Integer::intValue).toArray());
        }

        private void grow(int from, int to, int depth) {
            int chosen = depth < deepest && to - from > 1 ? choose(from, to) : IsolationTree.LEAF;
            double split = chosen == IsolationTree.LEAF ? 0 : cut(chosen, from, to);
            features.add(chosen);
            splits.add(split);
            sizes.add(to - from);
            if (chosen != IsolationTree.LEAF) {
                int middle = partition(chosen, split, from, to);
                grow(from, middle, depth + 1);
                grow(middle, to, depth + 1);
            }
        }

        /** One of the features that are not constant among these rows; LEAF if all are. */
        private int choose(int from, int to) {
            int count = 0;
            for (int feature = 0; feature < candidates.length; feature++) {
                if (least(feature, from, to) < most(feature, from, to)) {
                    candidates[count++] = feature;
                }
            }
            return count == 0 ? IsolationTree.LEAF : candidates[random.nextInt(count)];
        }

        /** Above the least and at most the greatest value, so neither side is empty. */
        private double cut(int feature, int from, int to) {
            double least = least(feature, from, to);
            double most = most(feature, from, to);
            double split = most - random.nextDouble() * (most - least);
            return split > least ? split : most;
        }

        private int partition(int feature, double split, int from, int to) {
            int middle = from;
            for (int i = from; i < to; i++) {
                int row = order[i];
                if (rows[row][feature] < split) {
                    order[i] = order[middle];
                    order[middle++] = row;
                }
            }
            return middle;
        }

        private double least(int feature, int from, int to) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, rows[order[i]][feature]);
            }
            return least;
        }

        private double most(int feature, int from, int to) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                most = Math.max(most, rows[order[i]][feature]);
            }
            return most;
        }
    }
}
