package io.bookpulse.simulation.market;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A book as simple as can be: one sorted map a side, valid from a snapshot to the next gap. */
final class NaiveBook {
    final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, Long> asks = new TreeMap<>();
    private long sequence = -1;
    boolean valid;
    int gaps;
    long lost;

    void apply(MarketEvent event) {
        if (event.kind == EventKind.BOOK_SNAPSHOT) {
            bids.clear();
            asks.clear();
            valid = true;
        } else if (event.firstSequence <= sequence) {
            return;
        } else if (event.firstSequence != sequence + 1) {
            gaps++;
            lost += event.firstSequence - sequence - 1;
            valid = false;
        }
        sequence = event.lastSequence;
        put(bids, event.bidPricesE8, event.bidSizesE8);
        put(asks, event.askPricesE8, event.askSizesE8);
    }

    private static void put(Map<Long, Long> side, long[] prices, long[] sizes) {
        for (int i = 0; i < prices.length; i++) {
            if (sizes[i] == 0) {
                side.remove(prices[i]);
            } else {
                side.put(prices[i], sizes[i]);
            }
        }
    }

    boolean isCrossed() {
        return bids.firstKey() > asks.firstKey();
    }

    double spread() {
        return (asks.firstKey() - bids.firstKey()) / 1e8;
    }

    double mid() {
        return (asks.firstKey() + bids.firstKey()) / 2e8;
    }

    double topDepth() {
        return (bids.firstEntry().getValue() + asks.firstEntry().getValue()) / 1e8;
    }

    double imbalance() {
        double bid = bids.firstEntry().getValue();
        double ask = asks.firstEntry().getValue();
        return (bid - ask) / (bid + ask);
    }
}
