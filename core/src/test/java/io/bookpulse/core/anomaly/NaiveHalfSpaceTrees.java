package io.bookpulse.core.anomaly;

import io.bookpulse.core.stat.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Half-space trees that count nothing beforehand: the points of the last two windows are kept, and
 * a cell's mass is how many of them pass every test on the way to it. Shares only the cuts' recipe.
 */
final class NaiveHalfSpaceTrees {
    private final HalfSpaceTreesParameters parameters;
    private final List<int[]> features = new ArrayList<>();
    private final List<double[]> splits = new ArrayList<>();
    private List<double[]> reference = List.of();
    private List<double[]> latest = new ArrayList<>();
    private List<double[]> raw = new ArrayList<>();
    private double[][] referenceRange = {};
    private double[][] latestRange;
    private int windows;

    NaiveHalfSpaceTrees(HalfSpaceTreesParameters parameters, int count) {
        this.parameters = parameters;
        this.latestRange = new double[count][2];
        SplitMix64 random = new SplitMix64(parameters.seed());
        for (int tree = 0; tree < parameters.trees(); tree++) {
            double[][] box = new double[count][];
            for (int i = 0; i < count; i++) {
                double centre = random.nextDouble();
                double reach = 2 * Math.max(centre, 1 - centre);
                box[i] = new double[] {centre - reach, centre + reach};
            }
            int cells = 1 << parameters.height();
            features.add(new int[cells]);
            splits.add(new double[cells]);
            cut(tree, 1, box, random);
        }
    }

    private void cut(int tree, int node, double[][] box, SplitMix64 random) {
        if (node >= 1 << parameters.height()) {
            return;
        }
        int feature = random.nextInt(box.length);
        double middle = (box[feature][0] + box[feature][1]) / 2;
        features.get(tree)[node] = feature;
        splits.get(tree)[node] = middle;
        cut(tree, 2 * node, narrowed(box, feature, 1, middle), random);
        cut(tree, 2 * node + 1, narrowed(box, feature, 0, middle), random);
    }

    private static double[][] narrowed(double[][] box, int feature, int side, double middle) {
        double[][] copy = Arrays.stream(box).map(double[]::clone).toArray(double[][]::new);
        copy[feature][side] = middle;
        return copy;
    }

    double score(double[] x) {
        if (windows < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int tree = 0; tree < parameters.trees(); tree++) {
            List<double[]> inside = reference;
            int node = 1;
            int depth = 0;
            while (depth < parameters.height() && inside.size() > parameters.window() / 10) {
                int at = node;
                int t = tree;
                boolean left = isLeft(t, at, x, referenceRange);
                inside =
                        inside.stream()
                                .filter(p -> isLeft(t, at, p, referenceRange) == left)
                                .toList();
                node = 2 * node + (left ? 0 : 1);
                depth++;
            }
            sum += inside.size() * Math.pow(2, depth);
        }
        return 1 / (1 + sum / parameters.trees() / parameters.window());
    }

    void learn(double[] x) {
        if (windows > 0) {
            latest.add(x.clone());
        }
        raw.add(x.clone());
        if (raw.size() == parameters.window()) {
            if (windows > 0) {
                reference = latest;
                referenceRange = latestRange;
                latest = new ArrayList<>();
            }
            double[][] next = new double[latestRange.length][];
            for (int i = 0; i < next.length; i++) {
                next[i] = followed(latestRange[i], i);
            }
            latestRange = next;
            raw = new ArrayList<>();
            windows++;
        }
    }

    private double[] followed(double[] range, int feature) {
        double[] sorted = raw.stream().mapToDouble(p -> p[feature]).sorted().toArray();
        int out = (int) (parameters.rangeQuantile() * sorted.length);
        double low = sorted[out];
        double high = sorted[sorted.length - 1 - out];
        if (low == high) {
            low = sorted[0];
            high = sorted[sorted.length - 1];
        }
        if (low == high) {
            return range;
        }
        boolean first = range[0] == range[1];
        return first
                ? new double[] {low, high}
                : new double[] {
                    range[0] + 0.2 * (low - range[0]), range[1] + 0.2 * (high - range[1])
                };
    }

    private boolean isLeft(int tree, int node, double[] x, double[][] range) {
        int feature = features.get(tree)[node];
        double width = range[feature][1] - range[feature][0];
        double place = width == 0 ? 0.5 : (x[feature] - range[feature][0]) / width;
        return Math.min(2, Math.max(-1, place)) < splits.get(tree)[node];
    }
}
