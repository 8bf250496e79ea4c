package io.bookpulse.core.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An isolation forest as the paper's algorithms read: nodes as objects, recursion, chance from
 * another generator. Slow, and nothing shared with the fast one.
 */
final class NaiveIsolationForest {
    private final List<Node> trees = new ArrayList<>();
    private final int sampleSize;

    NaiveIsolationForest(double[][] rows, int treeCount, int sampleSize, long seed) {
        Random random = new Random(seed);
        this.sampleSize = Math.min(sampleSize, rows.length);
        int limit = (int) Math.ceil(Math.log(this.sampleSize) / Math.log(2) - 1e-9);
        for (int i = 0; i < treeCount; i++) {
            List<double[]> all = new ArrayList<>(List.of(rows));
            java.util.Collections.shuffle(all, random);
            trees.add(grow(all.subList(0, this.sampleSize), 0, limit, random));
        }
    }

    /** The same trees as a fast forest has. */
    NaiveIsolationForest(IsolationForest forest) {
        this.sampleSize = forest.sampleSize();
        for (int i = 0; i < forest.trees(); i++) {
            trees.add(new Reader(forest.tree(i)).node());
        }
    }

    double score(double[] x) {
        double sum = 0;
        for (Node tree : trees) {
            sum += path(tree, x, 0);
        }
        return Math.pow(2, -(sum / trees.size()) / c(sampleSize));
    }

    /** Credits by walking each path twice: to a node, and from it to the leaf. */
    double[] credits(double[] x) {
        double[] credits = new double[x.length];
        for (Node tree : trees) {
            Node node = tree;
            while (node.left != null) {
                Node child = x[node.feature] < node.split ? node.left : node.right;
                credits[node.feature] += c(node.size) - (1 + c(child.size));
                node = child;
            }
        }
        return credits;
    }

    static double c(int n) {
        if (n == 1) {
            return 0;
        }
        double harmonic = 0;
        for (int i = 1; i <= n - 1; i++) {
            harmonic += 1.0 / i;
        }
        return 2 * harmonic - 2.0 * (n - 1) / n;
    }

    private static double path(Node node, double[] x, int depth) {
        if (node.left == null) {
            return depth + c(node.size);
        }
        return path(x[node.feature] < node.split ? node.left : node.right, x, depth + 1);
    }

    private static Node grow(List<double[]> rows, int depth, int limit, Random random) {
        List<Integer> varying = new ArrayList<>();
        for (int i = 0; i < rows.get(0).length; i++) {
            int feature = i;
            double first = rows.get(0)[feature];
            if (rows.stream().anyMatch(row -> row[feature] != first)) {
                varying.add(i);
            }
        }
        if (depth >= limit || varying.isEmpty()) {
            return new Node(-1, 0, rows.size(), null, null);
        }
        int feature = varying.get(random.nextInt(varying.size()));
        double low = rows.stream().mapToDouble(row -> row[feature]).min().orElseThrow();
        double high = rows.stream().mapToDouble(row -> row[feature]).max().orElseThrow();
        double split = high - random.nextDouble() * (high - low);
        List<double[]> left = rows.stream().filter(row -> row[feature] < split).toList();
        List<double[]> right = rows.stream().filter(row -> row[feature] >= split).toList();
        return new Node(
                feature,
                split,
                rows.size(),
                grow(left, depth + 1, limit, random),
                grow(right, depth + 1, limit, random));
    }

    private record Node(int feature, double split, int size, Node left, Node right) {}

    private static final class Reader {
        private final IsolationTree tree;
        private int next;

        Reader(IsolationTree tree) {
            this.tree = tree;
        }

        Node node() {
            int at = next++;
            if (tree.feature[at] == IsolationTree.LEAF) {
                return new Node(-1, 0, tree.size[at], null, null);
            }
            Node left = node();
            return new Node(tree.feature[at], tree.split[at], tree.size[at], left, node());
        }
    }
}
