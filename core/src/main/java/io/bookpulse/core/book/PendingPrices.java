package io.bookpulse.core.book;

import java.util.Arrays;

/**
 * A ring of {@link BestPrices}, oldest first, packed in one array that grows up to a limit. Beyond
 * it the oldest is lost.
 */
public final class PendingPrices {
    private static final int FIELDS = 7;
    private static final int FIRST_CAPACITY = 16;

    /** Seven numbers an entry, in the order of the fields of {@link BestPrices}. */
    public long[] values = {};

    /** Index of the oldest entry. */
    public int first;

    /** How many entries there are. */
    public int count;

    /** Adds the newest and returns whether the oldest was lost for it. */
    boolean add(BestPrices prices, int limit) {
        boolean full = count == limit;
        if (full) {
            removeFirst();
        } else if (count == capacity()) {
            grow(Math.min(limit, Math.max(FIRST_CAPACITY, 2 * count)));
        }
        int at = offset(count++);
        values[at] = prices.sequence;
        values[at + 1] = prices.bidPriceE8;
        values[at + 2] = prices.bidSizeE8;
        values[at + 3] = prices.askPriceE8;
        values[at + 4] = prices.askSizeE8;
        values[at + 5] = prices.bidReachE8;
        values[at + 6] = prices.askReachE8;
        return full;
    }

    /** Sequence number of the entry at a position, 0 = oldest. */
    long sequence(int position) {
        return values[offset(position)];
    }

    /** Copies the oldest into {@code prices}. */
    void readFirst(BestPrices prices) {
        int at = offset(0);
        prices.sequence = values[at];
        prices.bidPriceE8 = values[at + 1];
        prices.bidSizeE8 = values[at + 2];
        prices.askPriceE8 = values[at + 3];
        prices.askSizeE8 = values[at + 4];
        prices.bidReachE8 = values[at + 5];
        prices.askReachE8 = values[at + 6];
    }

    void removeFirst() {
        first = (first + 1) % capacity();
        count--;
    }

    private int capacity() {
        return values.length / FIELDS;
    }

    private int offset(int position) {
        return (first + position) % capacity() * FIELDS;
    }

    private void grow(int capacity) {
        long[] longer = Arrays.copyOf(values, capacity * FIELDS);
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, offset(i), longer, i * FIELDS, FIELDS);
        }
        first = 0;
        values = longer;
    }
}
