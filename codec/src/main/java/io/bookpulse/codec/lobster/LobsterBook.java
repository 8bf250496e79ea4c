package io.bookpulse.codec.lobster;

import io.bookpulse.codec.text.FieldScanner;
import io.bookpulse.core.event.MarketEvent;
import java.util.Arrays;

/**
 * The rows of one orderbook file: ask price, ask size, bid price, bid size of level 1, then of
 * level 2, and so on. How many levels there are follows from the first row.
 */
final class LobsterBook {
    /** Price of an ask level that is not there; of a bid level it is the negative. */
    static final long DUMMY = 9_999_999_999L;

    private static final int COLUMNS_PER_LEVEL = 4;
    private static final long BROKEN = Long.MIN_VALUE;
    private static final long E8_PER_UNIT = 10_000L;
    private static final long E8_PER_SHARE = 100_000_000L;
    private static final long MOST = 9_000_000_000L;

    private int columns;

    /** Returns a price in dollars times 10,000 with 8 decimals. */
    static long priceE8(long price) {
        return price < 0 || price > DUMMY ? BROKEN : price * E8_PER_UNIT;
    }

    /** Fills the snapshot's levels; returns what is wrong, or an empty text. */
    String read(FieldScanner fields, MarketEvent snapshot) {
        int count = fields.count();
        if (columns == 0 && count % COLUMNS_PER_LEVEL == 0) {
            columns = count;
        }
        if (count != columns) {
            return count
                    + " columns, expected "
                    + (columns == 0 ? "a multiple of 4" : String.valueOf(columns));
        }
        snapshot.askPricesE8 = new long[count / COLUMNS_PER_LEVEL];
        snapshot.askSizesE8 = new long[count / COLUMNS_PER_LEVEL];
        snapshot.bidPricesE8 = new long[count / COLUMNS_PER_LEVEL];
        snapshot.bidSizesE8 = new long[count / COLUMNS_PER_LEVEL];
        int asks = side(fields, 0, snapshot.askPricesE8, snapshot.askSizesE8);
        int bids = side(fields, 2, snapshot.bidPricesE8, snapshot.bidSizesE8);
        if (asks < 0 || bids < 0) {
            return "a price or size is no number";
        }
        snapshot.askPricesE8 = cut(snapshot.askPricesE8, asks);
        snapshot.askSizesE8 = cut(snapshot.askSizesE8, asks);
        snapshot.bidPricesE8 = cut(snapshot.bidPricesE8, bids);
        snapshot.bidSizesE8 = cut(snapshot.bidSizesE8, bids);
        boolean good = isSorted(snapshot.askPricesE8, 1) && isSorted(snapshot.bidPricesE8, -1);
        return good ? "" : "levels are not sorted";
    }

    /** Reads one side; returns how many levels are there, or -1. */
    private int side(FieldScanner fields, int first, long[] prices, long[] sizes) {
        int found = 0;
        for (int column = first; column < columns; column += COLUMNS_PER_LEVEL) {
            long price = fields.whole(column, BROKEN);
            long size = fields.whole(column + 1, BROKEN);
            if (Math.abs(price) == DUMMY && size == 0) {
                continue;
            }
            if (price <= 0 || price >= DUMMY || size <= 0 || size > MOST) {
                return -1;
            }
            prices[found] = price * E8_PER_UNIT;
            sizes[found] = size * E8_PER_SHARE;
            found++;
        }
        return found;
    }

    private static long[] cut(long[] values, int length) {
        return length == values.length ? values : Arrays.copyOf(values, length);
    }

    private static boolean isSorted(long[] prices, int direction) {
        for (int i = 1; i < prices.length; i++) {
            if (Long.compare(prices[i], prices[i - 1]) != direction) {
                return false;
            }
        }
        return true;
    }
}
