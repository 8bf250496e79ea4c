package io.bookpulse.core.event;

import java.math.BigDecimal;

/**
 * Market events for tests, written as prose: {@code
 * trade().buy().price("101.25").size("5").atMillis(10).build()}. Every event is of {@link
 * #INSTRUMENT} at time 0 without sequence numbers until told otherwise.
 */
public final class Events {
    /** The instrument of every event that names no other. */
    public static final String INSTRUMENT = "test:ABC";

    private Events() {}

    /** A trade of size 1 at price 100 without known aggressor. */
    public static EventBuilder trade() {
        return new EventBuilder(EventKind.TRADE).price("100").size("1");
    }

    /** A whole book, empty until levels are added, best first. */
    public static EventBuilder snapshot() {
        return new EventBuilder(EventKind.BOOK_SNAPSHOT);
    }

    /** Changed levels; size 0 removes one. */
    public static EventBuilder delta() {
        return new EventBuilder(EventKind.BOOK_DELTA);
    }

    /** Best bid and ask: one level a side. */
    public static EventBuilder quote() {
        return new EventBuilder(EventKind.BEST_QUOTE);
    }

    /** An event of any other kind. */
    public static EventBuilder event(EventKind kind) {
        return new EventBuilder(kind);
    }

    /** The number with 8 implied decimals; throws if it has more. */
    public static long e8(String number) {
        return new BigDecimal(number).movePointRight(8).longValueExact();
    }
}
