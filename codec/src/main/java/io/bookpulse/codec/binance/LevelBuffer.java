package io.bookpulse.codec.binance;

import java.util.Arrays;

/** Levels of one side while a line is read; reused for every line. */
final class LevelBuffer {
    private long[] prices = new long[64];
    private long[] sizes = new long[64];
    private int count;

    void clear() {
        count = 0;
    }

    void add(long priceE8, long sizeE8) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        prices[count] = priceE8;
        sizes[count] = sizeE8;
        count++;
    }

    long[] prices() {
        return Arrays.copyOf(prices, count);
    }

    long[] sizes() {
        return Arrays.copyOf(sizes, count);
    }

    /** Whether each price is better than the next: falling for bids (-1), rising for asks (+1). */
    boolean isSorted(int direction) {
        for (int i = 1; i < count; i++) {
            if (Long.compare(prices[i], prices[i - 1]) != direction) {
                return false;
            }
        }
        return true;
    }
}
