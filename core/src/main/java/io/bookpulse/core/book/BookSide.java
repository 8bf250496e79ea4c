package io.bookpulse.core.book;

import java.util.Arrays;

/**
 * One side of a {@link BookState}: price levels in two arrays of equal length, <b>worst first</b>,
 * so that a change near the best price moves few elements. Read through {@link #priceE8(int)} and
 * {@link #sizeE8(int)}, which count from the best.
 *
 * <p>Setting a level costs a binary search plus a move of as many elements as there are better
 * levels; arrays double when full and never shrink: no allocation once grown.
 */
public final class BookSide {
    private static final double UNITS_PER_E8 = 1e-8;
    private static final int FIRST_CAPACITY = 16;

    /** +1 for bids, where a higher price is better; -1 for asks. */
    public int direction = 1;

    /** Prices, worst first; only the first {@link #levels} are levels. */
    public long[] pricesE8 = {};

    /** Sizes at {@link #pricesE8}, above 0. */
    public long[] sizesE8 = {};

    /** How many levels there are. */
    public int levels;

    /** Whether a level was given up since the last snapshot because there were too many. */
    public boolean truncated;

    /** Best price ever given up; levels at it or worse are not known. Only if truncated. */
    public long horizonE8;

    /**
     * Worst price that the last snapshot stated, 0 before one. Levels beyond that have not changed
     * since are not in the book: venues cut their snapshots, and nothing tells where.
     */
    public long reachE8;

    /** Changes of levels so far, and those of them that made one smaller or removed it. */
    public long changes;

    public long decreases;

    /** Price of a level, 0 = best; only below {@link #levels}. */
    public long priceE8(int level) {
        return pricesE8[levels - 1 - level];
    }

    /** Size of a level, 0 = best; only below {@link #levels}. */
    public long sizeE8(int level) {
        return sizesE8[levels - 1 - level];
    }

    /** Sum of the sizes of the best {@code count} levels, or of all there are; units, not E8. */
    public double depth(int count) {
        double sum = 0;
        for (int i = levels - 1; i >= Math.max(0, levels - count); i--) {
            sum += sizesE8[i];
        }
        return sum * UNITS_PER_E8;
    }

    /** Whether the best {@code count} levels are those of a snapshot's side, best first. */
    boolean hasTop(int count, long[] prices, long[] sizes) {
        int level = 0;
        for (int i = 0; i < prices.length && level < count; i++) {
            if (sizes[i] != 0) {
                if (level >= levels || priceE8(level) != prices[i] || sizeE8(level) != sizes[i]) {
                    return false;
                }
                level++;
            }
        }
        return level == Math.min(count, levels);
    }

    /** Size at a price, 0 if there is no such level. O(log levels). */
    public long sizeAtE8(long priceE8) {
        int index = search(priceE8);
        return index < 0 ? 0 : sizesE8[index];
    }

    /**
     * Whether the side reaches as far as a price: a level there would show. Beyond its worst level
     * it may go on unseen, as venues and files cut books.
     */
    public boolean reaches(long priceE8) {
        return levels > 0 && direction * priceE8 >= direction * pricesE8[0];
    }

    /** Number of the level at a price, 0 = best; negative if there is none. O(log levels). */
    public int levelAt(long priceE8) {
        int index = search(priceE8);
        return index < 0 ? -1 : levels - 1 - index;
    }

    /**
     * Counts what a snapshot's side changes, as far as both reach: a level that a cut snapshot no
     * longer shows has not changed.
     */
    private void countChanges(long[] prices, long[] sizes) {
        int old = levels - 1;
        for (int i = 0; i < prices.length; i++) {
            if (sizes[i] == 0) {
                continue;
            }
            while (old >= 0 && direction * pricesE8[old] > direction * prices[i]) {
                changes++;
                decreases++;
                old--;
            }
            if (old < 0) {
                return;
            }
            if (pricesE8[old] != prices[i]) {
                changes++;
            } else {
                changes += sizesE8[old] != sizes[i] ? 1 : 0;
                decreases += sizesE8[old] > sizes[i] ? 1 : 0;
                old--;
            }
        }
    }

    /** Takes a snapshot's side, best first; levels of size 0 are none. */
    void replace(long[] prices, long[] sizes) {
        countChanges(prices, sizes);
        if (prices.length > pricesE8.length) {
            pricesE8 = new long[prices.length];
            sizesE8 = new long[prices.length];
        }
        levels = 0;
        for (int i = prices.length - 1; i >= 0; i--) {
            if (sizes[i] != 0) {
                pricesE8[levels] = prices[i];
                sizesE8[levels++] = sizes[i];
            }
        }
        truncated = false;
        horizonE8 = 0;
        reachE8 = levels > 0 ? pricesE8[0] : 0;
    }

    /**
     * Sets the size at a price; 0 removes the level.
     *
     * @return the level's number, 0 = best, before a removal or after any other change; {@link
     *     Integer#MAX_VALUE} if nothing changed
     */
    int set(long priceE8, long sizeE8) {
        if (truncated && direction * priceE8 <= direction * horizonE8) {
            return Integer.MAX_VALUE;
        }
        int index = search(priceE8);
        if (index < 0) {
            return sizeE8 == 0 ? Integer.MAX_VALUE : insert(-index - 1, priceE8, sizeE8);
        }
        if (sizesE8[index] == sizeE8) {
            return Integer.MAX_VALUE;
        }
        int level = levels - 1 - index;
        changes++;
        decreases += sizeE8 < sizesE8[index] ? 1 : 0;
        if (sizeE8 == 0) {
            remove(index);
        } else {
            sizesE8[index] = sizeE8;
        }
        return level;
    }

    /** Gives up the worst levels beyond a limit and returns how many they were. */
    int keepBest(int limit) {
        int surplus = levels - limit;
        if (surplus <= 0) {
            return 0;
        }
        truncated = true;
        horizonE8 = pricesE8[surplus - 1];
        System.arraycopy(pricesE8, surplus, pricesE8, 0, limit);
        System.arraycopy(sizesE8, surplus, sizesE8, 0, limit);
        levels = limit;
        return surplus;
    }

    private int insert(int index, long priceE8, long sizeE8) {
        changes++;
        if (levels == pricesE8.length) {
            int capacity = Math.max(FIRST_CAPACITY, 2 * levels);
            pricesE8 = Arrays.copyOf(pricesE8, capacity);
            sizesE8 = Arrays.copyOf(sizesE8, capacity);
        }
        System.arraycopy(pricesE8, index, pricesE8, index + 1, levels - index);
        System.arraycopy(sizesE8, index, sizesE8, index + 1, levels - index);
        pricesE8[index] = priceE8;
        sizesE8[index] = sizeE8;
        levels++;
        return levels - 1 - index;
    }

    private void remove(int index) {
        System.arraycopy(pricesE8, index + 1, pricesE8, index, levels - index - 1);
        System.arraycopy(sizesE8, index + 1, sizesE8, index, levels - index - 1);
        levels--;
    }

    /** The index of a price, or {@code -(index where it belongs) - 1}. */
    private int search(long priceE8) {
        long key = direction * priceE8;
        int low = 0;
        int high = levels - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = direction * pricesE8[middle];
            if (found == key) {
                return middle;
            }
            if (found < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
