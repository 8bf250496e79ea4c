package io.bookpulse.core.filter;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses duplicate trades and weighs doubtful events of one instrument, in event order
 * (DEFINITIONS F2, F5, F6, F7, F9). Per event: {@link #check} first; then the book takes it; then
 * {@link #weight}, once, whose result goes to {@link Quality}.
 *
 * <p>Cost: O(1) per event; a trade id that is not above all before is looked for among the last
 * 1,000. No allocation once the ring of ids has grown.
 */
public final class EventFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_CAPACITY = 16;
    private static final double PER_BPS = 1e-4;

    private final FilterParameters parameters;
    private final ClockOffset clock;

    /** A filter with those limits and weights. */
    public EventFilter(FilterParameters parameters) {
        this.parameters = parameters;
        this.clock = new ClockOffset(parameters);
    }

    /** A filter that has seen nothing. */
    public EventFilterState newState() {
        return new EventFilterState();
    }

    /**
     * Returns why the event must not be used, or null. A trade whose id is among the last ones is a
     * duplicate (F2); trades without id never are, and book events are for the book to judge.
     */
    public @Nullable RejectReason check(EventFilterState state, MarketEvent event) {
        if (event.kind != EventKind.TRADE || event.id == MarketEvent.UNKNOWN) {
            return null;
        }
        if (event.id <= state.highestTradeId && hasSeen(state, event.id)) {
            state.duplicates++;
            return RejectReason.DUPLICATE;
        }
        remember(state, event.id);
        return null;
    }

    /**
     * How much an event counts, 0 to 1, after the book has taken it: the smallest of the weights of
     * the rules that it breaks, 1 if none. 0 for a book event that leaves the book crossed (F6).
     *
     * @param book the instrument's book; rules about prices are silent unless it is usable
     */
    public double weight(EventFilterState state, MarketEvent event, BookState book) {
        double weight = clock.isFault(state.clock, event) ? parameters.clockWeight() : 1;
        if (event.isBook()) {
            return Math.min(weight, bookWeight(state, book));
        }
        if (event.kind == EventKind.TRADE && !event.offBook && isOutOfBand(event, book)) {
            state.outOfBand++;
            return Math.min(weight, parameters.outOfBandWeight());
        }
        return weight;
    }

    private double bookWeight(EventFilterState state, BookState book) {
        if (!book.valid) {
            return 1;
        }
        if (book.isLocked()) {
            state.locked++;
            return parameters.lockedWeight();
        }
        return book.isCrossed() ? 0 : 1;
    }

    /** Whether the price is outside [bid - w, ask + w], w = max(5 spreads, 10 bps). */
    private boolean isOutOfBand(MarketEvent trade, BookState book) {
        if (!book.isUsable() || !book.hasBid() || !book.hasAsk()) {
            return false;
        }
        double bid = book.bestBidPriceE8();
        double ask = book.bestAskPriceE8();
        double bySpread = parameters.tradeBandSpreads() * (ask - bid);
        double width = Math.max(bySpread, PER_BPS * parameters.tradeBandBps() * ask);
        return trade.priceE8 < bid - width || trade.priceE8 > ask + width;
    }

    private static boolean hasSeen(EventFilterState state, long id) {
        for (int i = 0; i < state.tradeIdCount; i++) {
            if (state.tradeIds[i] == id) {
                return true;
            }
        }
        return false;
    }

    private void remember(EventFilterState state, long id) {
        state.highestTradeId = Math.max(state.highestTradeId, id);
        int limit = parameters.duplicateIds();
        if (state.tradeIdCount == limit) {
            state.tradeIds[state.nextTradeId] = id;
            state.nextTradeId = (state.nextTradeId + 1) % limit;
            return;
        }
        if (state.tradeIdCount == state.tradeIds.length) {
            int capacity = Math.min(limit, Math.max(FIRST_CAPACITY, 2 * state.tradeIdCount));
            state.tradeIds = Arrays.copyOf(state.tradeIds, capacity);
        }
        state.tradeIds[state.tradeIdCount++] = id;
    }
}
