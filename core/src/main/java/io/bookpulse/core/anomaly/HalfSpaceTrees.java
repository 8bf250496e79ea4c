package io.bookpulse.core.anomaly;

import io.bookpulse.core.stat.SplitMix64;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Half-space trees: how many points of the last complete window lie in the same small cell as this
 * one, over random grids that never change (DEFINITIONS 9.3). Needs no training.
 *
 * <pre>
 * a tree's mass of x = points m of the cell, 2^depth m, where the path of x ends: at the height, or
 *                      at the first cell of at most window / 10 points
 * score = 1 / (1 + mean mass / window)         0.5 = as dense as a uniform spread, 1 = nobody near
 * </pre>
 *
 * <p>A window gives the next one its ranges: each feature is mapped so that its low and high
 * quantiles become 0 and 1, what lies beyond is cut at -1 and 2. Ranges follow by a fifth at each
 * window. A mass profile is read with the ranges that it was filled with, so a change of range
 * distorts no score. A feature whose window was constant keeps its range; without any it counts as
 * 0.5 always.
 *
 * <p>The first score comes after two windows. O(trees height) a sample and one sort a feature and
 * window, no allocation. State: {@link HalfSpaceTreesState}; the cuts themselves follow from the
 * seed and are shared by all instruments.
 *
 * <p>Source: S. Tan, K. Ting, F. Liu (2011), Fast anomaly detection for streaming data, algorithms
 * 1 to 3. The score is theirs turned round, so that high is unusual.
 */
public final class HalfSpaceTrees implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double FOLLOW = 0.2;

    private final HalfSpaceTreesParameters parameters;
    private final int features;
    private final int cuts;
    private final int nodes;
    private final byte[] feature;
    private final double[] split;

    /**
     * Returns the trees of a seed.
     *
     * @param features how many values a point has, 1 to 64
     */
    public HalfSpaceTrees(HalfSpaceTreesParameters parameters, int features) {
        this.parameters = parameters;
        this.features = features;
        this.cuts = (1 << parameters.height()) - 1;
        this.nodes = 2 * cuts + 1;
        this.feature = new byte[parameters.trees() * cuts];
        this.split = new double[parameters.trees() * cuts];
        SplitMix64 random = new SplitMix64(parameters.seed());
        for (int tree = 0; tree < parameters.trees(); tree++) {
            double[] low = new double[features];
            double[] high = new double[features];
            for (int i = 0; i < features; i++) {
                double centre = random.nextDouble();
                double reach = 2 * Math.max(centre, 1 - centre);
                low[i] = centre - reach;
                high[i] = centre + reach;
            }
            cut(tree * cuts, 0, low, high, random);
        }
    }

    /** Cuts a node of a tree and all below it at the middle of random features. */
    private void cut(int tree, int node, double[] low, double[] high, SplitMix64 random) {
        if (node >= cuts) {
            return;
        }
        int chosen = random.nextInt(features);
        double middle = (low[chosen] + high[chosen]) / 2;
        feature[tree + node] = (byte) chosen;
        split[tree + node] = middle;
        double kept = high[chosen];
        high[chosen] = middle;
        cut(tree, 2 * node + 1, low, high, random);
        high[chosen] = kept;
        kept = low[chosen];
        low[chosen] = middle;
        cut(tree, 2 * node + 2, low, high, random);
        low[chosen] = kept;
    }

    /** The memory of nothing seen. */
    public HalfSpaceTreesState newState() {
        HalfSpaceTreesState state = new HalfSpaceTreesState();
        state.reference = new byte[parameters.trees() * nodes];
        state.latest = new byte[parameters.trees() * nodes];
        state.window = new double[features * parameters.window()];
        state.referenceLow = new double[features];
        state.referenceHigh = new double[features];
        state.latestLow = new double[features];
        state.latestHigh = new double[features];
        state.median = new double[features];
        return state;
    }

    /**
     * Scores a point against the last complete window.
     *
     * @param x {@code double[features]}, finite
     * @return above 0, at most 1; NaN before the first two windows are over
     */
    public double score(HalfSpaceTreesState state, double[] x) {
        if (state.windows < 2) {
            return Double.NaN;
        }
        return 1 / (1 + mass(state, x) / parameters.trees() / parameters.window());
    }

    /**
     * Takes a point in.
     *
     * @param x {@code double[features]}, finite
     */
    public void learn(HalfSpaceTreesState state, double[] x) {
        if (state.windows > 0) {
            record(state, x);
        }
        for (int i = 0; i < features; i++) {
            state.window[i * parameters.window() + state.filled] = x[i];
        }
        state.filled++;
        if (state.filled == parameters.window()) {
            turn(state);
        }
    }

    /**
     * What each feature has to do with the score of a point: how much more mass (in logarithms)
     * there would be if the feature had its median; losses count 0, the rest is divided by its sum.
     *
     * @param x {@code double[features]}, finite; changed and restored
     * @param contributions receives {@code double[features]}: 0 to 1, sum 1; all 0 if none gained
     */
    public void attribute(HalfSpaceTreesState state, double[] x, double[] contributions) {
        double mass = mass(state, x);
        for (int i = 0; i < features; i++) {
            double kept = x[i];
            x[i] = state.median[i];
            contributions[i] = StrictMath.log((mass(state, x) + 1) / (mass + 1));
            x[i] = kept;
        }
        Contributions.normalise(contributions);
    }

    private double mass(HalfSpaceTreesState state, double[] x) {
        double sum = 0;
        int limit = parameters.window() / 10;
        for (int tree = 0; tree < parameters.trees(); tree++) {
            int node = 0;
            int depth = 0;
            int mass = count(state.reference, tree, 0);
            while (node < cuts && mass > limit) {
                node = child(tree, node, x, state.referenceLow, state.referenceHigh);
                mass = count(state.reference, tree, node);
                depth++;
            }
            sum += (double) mass * (1 << depth);
        }
        return sum;
    }

    private void record(HalfSpaceTreesState state, double[] x) {
        for (int tree = 0; tree < parameters.trees(); tree++) {
            int node = 0;
            state.latest[tree * nodes]++;
            while (node < cuts) {
                node = child(tree, node, x, state.latestLow, state.latestHigh);
                state.latest[tree * nodes + node]++;
            }
        }
    }

    private int count(byte[] masses, int tree, int node) {
        return masses[tree * nodes + node] & 0xFF;
    }

    private int child(int tree, int node, double[] x, double[] low, double[] high) {
        int i = feature[tree * cuts + node];
        double width = high[i] - low[i];
        double place = width > 0 ? Math.max(-1, Math.min(2, (x[i] - low[i]) / width)) : 0.5;
        return 2 * node + (place < split[tree * cuts + node] ? 1 : 2);
    }

    /** The window that is full becomes the reference; the next one gets ranges from it. */
    private void turn(HalfSpaceTreesState state) {
        if (state.windows > 0) {
            byte[] oldest = state.reference;
            state.reference = state.latest;
            state.latest = oldest;
            Arrays.fill(oldest, (byte) 0);
            System.arraycopy(state.latestLow, 0, state.referenceLow, 0, features);
            System.arraycopy(state.latestHigh, 0, state.referenceHigh, 0, features);
        }
        for (int i = 0; i < features; i++) {
            followRange(state, i);
        }
        state.filled = 0;
        state.windows = Math.min(2, state.windows + 1);
    }

    private void followRange(HalfSpaceTreesState state, int i) {
        int from = i * parameters.window();
        int last = from + parameters.window() - 1;
        Arrays.sort(state.window, from, last + 1);
        state.median[i] = state.window[from + parameters.window() / 2];
        int cutOff = (int) (parameters.rangeQuantile() * parameters.window());
        boolean wide = state.window[last - cutOff] > state.window[from + cutOff];
        double low = state.window[wide ? from + cutOff : from];
        double high = state.window[wide ? last - cutOff : last];
        if (high > low) {
            boolean first = !(state.latestHigh[i] > state.latestLow[i]);
            double share = first ? 1 : FOLLOW;
            state.latestLow[i] += share * (low - state.latestLow[i]);
            state.latestHigh[i] += share * (high - state.latestHigh[i]);
        }
    }
}
