package io.bookpulse.core.filter;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.SequenceRule;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Refuses events that no market can have said (DEFINITIONS F1 and plausible times). Looks at one
 * event alone and keeps nothing, so it runs where events enter, before they have an order and
 * before their times move a watermark.
 *
 * <p>Crossed books pass: that is for the book to judge. Levels of size 0 pass: they are no level.
 * Diffs may come in any order of prices; snapshots and quotes must be sorted best first without
 * equal prices. Cost: O(levels), no allocation.
 */
public final class EventValidator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long maxClockDistanceNanos;

    /** A validator with those limits. */
    public EventValidator(FilterParameters parameters) {
        maxClockDistanceNanos = parameters.maxClockDistance().toNanos();
    }

    /** Returns why the event must not enter, or null if it may. */
    public @Nullable RejectReason validate(MarketEvent event) {
        if (event.instrument.isEmpty()) {
            return RejectReason.MALFORMED;
        }
        if (!hasPlausibleTime(event)) {
            return RejectReason.BAD_TIME;
        }
        return switch (event.kind) {
            case BOOK_SNAPSHOT, BOOK_DELTA, BEST_QUOTE -> book(event);
            case TRADE -> order(event, 1);
            case ORDER_ADD, ORDER_MODIFY, ORDER_CANCEL, ORDER_EXECUTE -> order(event, 0);
            case HALT, FEED_STATUS -> null;
        };
    }

    private boolean hasPlausibleTime(MarketEvent event) {
        if (event.eventTimeNanos < 0) {
            return false;
        }
        if (event.receiveTimeNanos == MarketEvent.UNKNOWN) {
            return true;
        }
        long distance = Math.abs(event.receiveTimeNanos - event.eventTimeNanos);
        return event.receiveTimeNanos >= 0 && distance <= maxClockDistanceNanos;
    }

    private static @Nullable RejectReason book(MarketEvent event) {
        if (event.bidPricesE8.length != event.bidSizesE8.length
                || event.askPricesE8.length != event.askSizesE8.length
                || !hasItsSequence(event)) {
            return RejectReason.MALFORMED;
        }
        boolean sorted = event.kind != EventKind.BOOK_DELTA;
        int most = event.kind == EventKind.BEST_QUOTE ? 1 : Integer.MAX_VALUE;
        boolean good =
                event.bidPricesE8.length <= most
                        && event.askPricesE8.length <= most
                        && areLevels(event.bidPricesE8, event.bidSizesE8)
                        && areLevels(event.askPricesE8, event.askSizesE8)
                        && (!sorted || isSorted(event.bidPricesE8, -1))
                        && (!sorted || isSorted(event.askPricesE8, 1));
        return good ? null : RejectReason.BAD_LEVEL;
    }

    /** Whether the numbers are there that the event's sequence rule is about. */
    private static boolean hasItsSequence(MarketEvent event) {
        if (event.sequenceRule == SequenceRule.NONE) {
            return true;
        }
        if (event.kind != EventKind.BOOK_DELTA) {
            return event.lastSequence >= 0;
        }
        return event.firstSequence >= 0
                && event.firstSequence <= event.lastSequence
                && (event.sequenceRule != SequenceRule.BINANCE_FUTURES
                        || event.previousSequence >= 0);
    }

    private static boolean areLevels(long[] pricesE8, long[] sizesE8) {
        for (int i = 0; i < pricesE8.length; i++) {
            if (pricesE8[i] <= 0 || sizesE8[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSorted(long[] pricesE8, int direction) {
        for (int i = 1; i < pricesE8.length; i++) {
            if (direction * Long.compare(pricesE8[i], pricesE8[i - 1]) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable RejectReason order(MarketEvent event, long minimumSizeE8) {
        if (event.side < MarketEvent.SELL || event.side > MarketEvent.BUY) {
            return RejectReason.MALFORMED;
        }
        boolean good = event.priceE8 > 0 && event.sizeE8 >= minimumSizeE8;
        return good ? null : RejectReason.BAD_LEVEL;
    }
}
