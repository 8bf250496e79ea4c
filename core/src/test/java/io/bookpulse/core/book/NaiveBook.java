package io.bookpulse.core.book;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The obvious book: two sorted maps, best first, nothing else. */
final class NaiveBook {
    final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, Long> asks = new TreeMap<>();

    void apply(MarketEvent event) {
        if (event.kind != EventKind.BOOK_DELTA) {
            bids.clear();
            asks.clear();
        }
        set(bids, event.bidPricesE8, event.bidSizesE8);
        set(asks, event.askPricesE8, event.askSizesE8);
    }

    /** Prices and sizes of the best levels, bids then asks. */
    List<Long> top(int levels) {
        List<Long> top = new ArrayList<>(top(bids, levels));
        top.add(-1L);
        top.addAll(top(asks, levels));
        return top;
    }

    boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey() > asks.firstKey();
    }

    private static List<Long> top(TreeMap<Long, Long> side, int levels) {
        List<Long> top = new ArrayList<>();
        for (Map.Entry<Long, Long> level : side.entrySet()) {
            if (top.size() == 2 * levels) {
                break;
            }
            top.add(level.getKey());
            top.add(level.getValue());
        }
        return top;
    }

    private static void set(TreeMap<Long, Long> side, long[] prices, long[] sizes) {
        for (int i = 0; i < prices.length; i++) {
            if (sizes[i] == 0) {
                side.remove(prices[i]);
            } else {
                side.put(prices[i], sizes[i]);
            }
        }
    }
}
