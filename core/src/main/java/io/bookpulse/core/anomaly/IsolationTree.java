package io.bookpulse.core.anomaly;

/**
 * One tree of an isolation forest, its nodes in preorder: a node, all of its left side, all of its
 * right side. Shape and cuts are all that it holds; it is read and written, not walked.
 */
public final class IsolationTree {
    /** What {@link #feature} says of a leaf. */
    public static final int LEAF = -1;

    /** By node: the feature that is cut, or {@link #LEAF}. */
    public final int[] feature;

    /** By node: values below it go left, others right; 0 in a leaf. */
    public final double[] split;

    /** By node: how many training points came there, at least 1. */
    public final int[] size;

    /** Returns a tree of those nodes; the arrays are not copied. */
    public IsolationTree(int[] feature, double[] split, int[] size) {
        this.feature = feature;
        this.split = split;
        this.size = size;
    }

    /**
     * The index of each node's right child, 0 for leaves.
     *
     * @param features how many features there are
     * @param points how many points the root holds
     * @throws IllegalArgumentException if the nodes are no tree of that many points
     */
    int[] rightChildren(int features, int points) {
        int nodes = feature.length;
        if (nodes == 0 || split.length != nodes || size.length != nodes || size[0] != points) {
            throw new IllegalArgumentException("tree has no root of " + points + " points");
        }
        int[] right = new int[nodes];
        int[] open = new int[nodes];
        int depth = 0;
        for (int i = 0; i < nodes; i++) {
            boolean leaf = feature[i] == LEAF;
            if (!leaf && (feature[i] < 0 || feature[i] >= features || !Double.isFinite(split[i]))) {
                throw broken(i);
            }
            if (!leaf) {
                open[depth++] = i;
            } else if (i + 1 < nodes) {
                // The leaf ends the left side of the innermost node that lacks its right side.
                if (depth == 0) {
                    throw broken(i);
                }
                right[open[--depth]] = i + 1;
            }
        }
        requireSums(right, depth);
        return right;
    }

    private void requireSums(int[] right, int lacking) {
        if (lacking > 0) {
            throw broken(feature.length - 1);
        }
        for (int i = 0; i < right.length; i++) {
            boolean holds = feature[i] == LEAF || size[i + 1] + size[right[i]] == size[i];
            if (!holds || size[i] < 1) {
                throw broken(i);
            }
        }
    }

    private static IllegalArgumentException broken(int node) {
        return new IllegalArgumentException("tree is broken at node " + node);
    }
}
