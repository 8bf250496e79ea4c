package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A fitted isolation forest: points that random cuts separate early are unusual (DEFINITIONS 9.1).
 *
 * <pre>
 * h(x) = edges from the root to the leaf of x + c(points in that leaf)
 * score = 2^(-mean of h over the trees / c(sample size))        0 to 1, about 0.5 and less is usual
 * </pre>
 *
 * <p>The nodes of all trees lie in flat arrays in preorder, so the left child is the next node.
 * Score: O(trees depth), no allocation. Memory: 32 bytes a node, at most 511 nodes a tree of 256
 * points.
 *
 * <p>Source: F. Liu, K. Ting, Z. Zhou (2008), Isolation forest, algorithms 2 and 3, equation 2.
 */
public final class IsolationForest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int features;
    private final int sampleSize;
    private final double expected;
    private final int[] roots;
    private final int[] feature;
    private final double[] split;
    private final int[] size;
    private final int[] right;
    private final double[] remaining;

    /**
     * Returns a forest of those trees.
     *
     * @param features how many values a point has, at least 1
     * @param sampleSize points of which each tree was grown, at least 2
     * @param trees its trees, at least one
     * @throws IllegalArgumentException if a tree is broken
     */
    public IsolationForest(int features, int sampleSize, IsolationTree[] trees) {
        this.features = Checks.atLeast(1, features, "features");
        this.sampleSize = Checks.atLeast(2, sampleSize, "sample-size");
        this.expected = PathLength.expected(sampleSize);
        this.roots = new int[Checks.atLeast(1, trees.length, "trees")];
        int nodes = Arrays.stream(trees).mapToInt(tree -> tree.feature.length).sum();
        this.feature = new int[nodes];
        this.split = new double[nodes];
        this.size = new int[nodes];
        this.right = new int[nodes];
        this.remaining = new double[nodes];
        double[] lengths = new double[sampleSize + 1];
        for (int i = 1; i <= sampleSize; i++) {
            lengths[i] = PathLength.expected(i);
        }
        int next = 0;
        for (int i = 0; i < trees.length; i++) {
            roots[i] = next;
            next += copy(trees[i], next, lengths);
        }
    }

    private int copy(IsolationTree tree, int offset, double[] lengths) {
        int[] rights = tree.rightChildren(features, sampleSize);
        int nodes = rights.length;
        System.arraycopy(tree.feature, 0, feature, offset, nodes);
        System.arraycopy(tree.split, 0, split, offset, nodes);
        System.arraycopy(tree.size, 0, size, offset, nodes);
        for (int i = 0; i < nodes; i++) {
            right[offset + i] = offset + rights[i];
            remaining[offset + i] = lengths[tree.size[i]];
        }
        return nodes;
    }

    /** How many values a point has. */
    public int features() {
        return features;
    }

    /** Points of which each tree was grown. */
    public int sampleSize() {
        return sampleSize;
    }

    /** How many trees there are. */
    public int trees() {
        return roots.length;
    }

    /** A copy of one tree. */
    public IsolationTree tree(int number) {
        int from = roots[number];
        int to = number + 1 < roots.length ? roots[number + 1] : feature.length;
        return new IsolationTree(
                Arrays.copyOfRange(feature, from, to),
                Arrays.copyOfRange(split, from, to),
                Arrays.copyOfRange(size, from, to));
    }

    /**
     * The score of a point, 0 to 1; NaN if a value is not finite.
     *
     * @param x {@code double[features]}
     */
    public double score(double[] x) {
        for (int i = 0; i < features; i++) {
            if (!Double.isFinite(x[i])) {
                return Double.NaN;
            }
        }
        double sum = 0;
        for (int root : roots) {
            sum += pathLength(x, root);
        }
        return StrictMath.pow(2, -sum / roots.length / expected);
    }

    private double pathLength(double[] x, int root) {
        int node = root;
        int depth = 0;
        while (feature[node] >= 0) {
            node = x[feature[node]] < split[node] ? node + 1 : right[node];
            depth++;
        }
        return depth + remaining[node];
    }

    /**
     * What each feature has to do with a point's score: each cut on its paths is credited with the
     * depth that it saved, {@code c(points before) - 1 - c(points after)}; the credits of all cuts
     * sum to {@code c(sample size) - h(x)}. Credits below 0 count 0, the rest is divided by its
     * sum.
     *
     * @param x {@code double[features]}, finite
     * @param contributions receives {@code double[features]}: 0 to 1, sum 1; all 0 if no cut saved
     *     any
     */
    public void attribute(double[] x, double[] contributions) {
        Arrays.fill(contributions, 0);
        for (int root : roots) {
            int node = root;
            while (feature[node] >= 0) {
                int child = x[feature[node]] < split[node] ? node + 1 : right[node];
                contributions[feature[node]] += remaining[node] - 1 - remaining[child];
                node = child;
            }
        }
        Contributions.normalise(contributions);
    }
}
