package io.bookpulse.core.event;

/**
 * What a {@link MarketEvent} tells. The order is the order of events with equal time and sequence.
 */
public enum EventKind {
    /** The whole visible book: every level replaces what was known. */
    BOOK_SNAPSHOT,
    /** Levels that changed; size 0 removes a level. */
    BOOK_DELTA,
    /** Best bid and ask with their sizes; one level a side. */
    BEST_QUOTE,
    /** A trade that happened at {@code priceE8} for {@code sizeE8}. */
    TRADE,
    /** A new limit order. */
    ORDER_ADD,
    /** A change of a resting order's size or price. */
    ORDER_MODIFY,
    /** A resting order's removal, whole or in part. */
    ORDER_CANCEL,
    /** A resting order's execution, whole or in part. */
    ORDER_EXECUTE,
    /** Trading stopped or resumed. */
    HALT,
    /** The feed itself changed state: connected, disconnected, heartbeat. */
    FEED_STATUS;

    private static final EventKind[] VALUES = values();

    /** Returns the kind with that ordinal, without copying the array of all. */
    public static EventKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
