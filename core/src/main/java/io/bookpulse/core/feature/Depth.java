package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookSide;

/**
 * Sizes of one side of a book, summed (DEFINITIONS 2.6 to 2.8). Sums are doubles in units of the
 * instrument, so none overflows; a side with fewer levels than asked for gives what it has.
 * O(levels), allocation-free.
 */
public final class Depth {
    private static final double UNIT = 1e8;

    private Depth() {}

    /** The sum of the {@code n} best sizes. */
    public static double of(BookSide side, int n) {
        double sum = 0;
        for (int i = 0; i < Math.min(side.levels, n); i++) {
            sum += side.sizeE8(i);
        }
        return sum / UNIT;
    }

    /**
     * The sum of the {@code n} best sizes, each weighted by {@code exp(-decay * i)}, i from 0
     * (DEFINITIONS 2.7, weights by level).
     *
     * @param decay lambda, per level; 0 weighs all alike
     */
    public static double weighted(BookSide side, int n, double decay) {
        double sum = 0;
        for (int i = 0; i < Math.min(side.levels, n); i++) {
            sum += Math.exp(-decay * i) * side.sizeE8(i);
        }
        return sum / UNIT;
    }

    /**
     * Depth imbalance {@code (bid - ask) / (bid + ask)}, from -1 (asks only) to 1 (bids only); NaN
     * if both are zero.
     */
    public static double imbalance(double bidDepth, double askDepth) {
        double total = bidDepth + askDepth;
        return total > 0 ? (bidDepth - askDepth) / total : Double.NaN;
    }
}
