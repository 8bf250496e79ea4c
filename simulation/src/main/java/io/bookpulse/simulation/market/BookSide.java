package io.bookpulse.simulation.market;

import java.util.Arrays;

/**
 * One side of the book: sizes of consecutive prices from the best on, and what changed since it was
 * last told. Prices are places: {@code tick} for asks, {@code -tick} for bids, so that the best has
 * the lowest place on both sides.
 */
final class BookSide {
    /** One part in so many of the best level outlasts any trade. */
    private static final double KEPT = 3;

    private final int direction;
    private final long tickE8;
    private final long[] sizesE8;
    private final boolean[] changed;
    private long best;
    private long fullBestE8;
    private long goneFrom;
    private long goneTo;
    private long wallPlace;
    private long wallE8;

    /** An empty side; direction is -1 for bids, +1 for asks. */
    BookSide(int direction, int levels, long tickE8) {
        this.direction = direction;
        this.tickE8 = tickE8;
        this.sizesE8 = new long[levels];
        this.changed = new boolean[levels];
    }

    int levels() {
        return sizesE8.length;
    }

    long bestTick() {
        return direction * best;
    }

    long bestPriceE8() {
        return bestTick() * tickE8;
    }

    long priceE8(int level) {
        return direction * (best + level) * tickE8;
    }

    long sizeE8(int level) {
        return sizesE8[level];
    }

    /** The size at a price, 0 outside the levels. */
    long sizeAtTick(long tick) {
        long level = direction * tick - best;
        return level >= 0 && level < sizesE8.length ? sizesE8[(int) level] : 0;
    }

    void setSize(int level, long sizeE8) {
        sizesE8[level] = sizeE8 + (best + level == wallPlace ? wallE8 : 0);
        changed[level] = true;
        if (level == 0) {
            fullBestE8 = sizeE8;
        }
    }

    /** Adds a size to a level, and to its price as long as the wall stands. */
    void placeWall(int level, long sizeE8) {
        wallPlace = best + level;
        wallE8 = sizeE8;
        sizesE8[level] += sizeE8;
        changed[level] = true;
    }

    /** Takes the wall away, if there is one, wherever its price is now. */
    void withdrawWall() {
        long level = wallPlace - best;
        if (wallE8 > 0 && level >= 0 && level < sizesE8.length) {
            int i = (int) level;
            sizesE8[i] = Math.max(QuoteProcess.roundedE8(1), sizesE8[i] - wallE8);
            changed[i] = true;
        }
        wallE8 = 0;
    }

    /**
     * Takes traded size from the best level. Its makers refill what is eaten beyond two thirds of
     * what they last quoted, so that one large trade is no collapse.
     */
    void eat(long tradedE8) {
        if (tradedE8 > 0) {
            long least = QuoteProcess.roundedE8(fullBestE8 / KEPT);
            sizesE8[0] = Math.max(least, sizesE8[0] - tradedE8);
            changed[0] = true;
        }
    }

    /**
     * Moves the best price. Prices on both sides keep their sizes, new ones have size 0 until it is
     * set. At most once between two calls of {@link #clearChanges}.
     */
    void moveTo(long tick) {
        long next = direction * tick;
        long shift = next - best;
        if (shift == 0) {
            return;
        }
        int levels = sizesE8.length;
        goneFrom = shift > 0 ? best : Math.max(best, next + levels);
        goneTo = shift > 0 ? Math.min(next, best + levels) : best + levels;
        best = next;
        shift((int) Math.max(-levels, Math.min(levels, shift)));
    }

    private void shift(int by) {
        int kept = sizesE8.length - Math.abs(by);
        int from = Math.max(0, by);
        int to = Math.max(0, -by);
        System.arraycopy(sizesE8, from, sizesE8, to, kept);
        System.arraycopy(changed, from, changed, to, kept);
        int vacant = by > 0 ? kept : 0;
        for (int i = vacant; i < vacant + Math.abs(by); i++) {
            sizesE8[i] = 0;
            changed[i] = true;
        }
    }

    /** How many levels a message about the changes has. */
    int changes() {
        int count = (int) (goneTo - goneFrom);
        for (boolean c : changed) {
            count += c ? 1 : 0;
        }
        return count;
    }

    /** Writes the changes, best price first; a price that is gone has size 0. */
    void writeChanges(long[] prices, long[] sizes) {
        int n = goneFrom < best ? writeGone(prices, 0) : 0;
        for (int i = 0; i < changed.length; i++) {
            if (changed[i]) {
                prices[n] = direction * (best + i) * tickE8;
                sizes[n++] = sizesE8[i];
            }
        }
        if (goneFrom > best) {
            writeGone(prices, n);
        }
    }

    private int writeGone(long[] prices, int from) {
        int n = from;
        for (long place = goneFrom; place < goneTo; place++) {
            prices[n++] = direction * place * tickE8;
        }
        return n;
    }

    /** Writes all levels, best price first. */
    void writeAll(long[] prices, long[] sizes) {
        for (int i = 0; i < sizesE8.length; i++) {
            prices[i] = direction * (best + i) * tickE8;
            sizes[i] = sizesE8[i];
        }
    }

    /** The changes have been told. */
    void clearChanges() {
        goneFrom = 0;
        goneTo = 0;
        Arrays.fill(changed, false);
    }
}
