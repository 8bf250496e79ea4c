package io.bookpulse.core.filter;

import io.bookpulse.core.event.MarketEvent;

/** All memory of one instrument's {@link EventFilter}. */
public final class EventFilterState {
    /** The last trade ids, a ring that grows up to its limit. */
    public long[] tradeIds = {};

    /** How many ids the ring holds. */
    public int tradeIdCount;

    /** Where the next id goes once the ring is full. */
    public int nextTradeId;

    /** Highest trade id ever taken. */
    public long highestTradeId = MarketEvent.UNKNOWN;

    public ClockState clock = new ClockState();

    /** Trades refused because their id was known (F2). */
    public long duplicates;

    /** Book events that left the book locked (F7). */
    public long locked;

    /** Trades far outside the book (F9). */
    public long outOfBand;
}
