package io.bookpulse.core.event;

/** How the sequence numbers of an instrument's book events join (DEFINITIONS F3). */
public enum SequenceRule {
    /** No sequence numbers: events join by order alone. */
    NONE,
    /** Each event's number is the previous one's plus 1. */
    CONSECUTIVE,
    /**
     * Binance spot: {@code firstSequence <= last + 1 <= lastSequence}, also for the first event
     * after a snapshot.
     */
    BINANCE_SPOT,
    /**
     * Binance USD-M: {@code previousSequence == last}; the first event after a snapshot with id X
     * satisfies {@code firstSequence <= X <= lastSequence}.
     */
    BINANCE_FUTURES;

    private static final SequenceRule[] VALUES = values();

    /** Returns the rule with that ordinal, without copying the array of all. */
    public static SequenceRule of(int ordinal) {
        return VALUES[ordinal];
    }
}
