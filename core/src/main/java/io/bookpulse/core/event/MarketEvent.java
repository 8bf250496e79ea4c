package io.bookpulse.core.event;

/**
 * One thing that happened in one instrument's market, as its venue told it. A flat struct, mutable
 * only while it is decoded; whoever receives it reads it only.
 *
 * <p>Prices and sizes are {@code long} with 8 implied decimals ({@code E8}), exact as published.
 * Times are ns since the epoch, UTC. Which fields carry a meaning follows from {@link #kind}:
 *
 * <pre>
 * BOOK_SNAPSHOT, BOOK_DELTA, BEST_QUOTE   bid/ask arrays (prices, sizes, equal length per side)
 * TRADE, ORDER_*                          priceE8, sizeE8, side, id, offBook
 * HALT, FEED_STATUS                       id (0 = stopped / down, 1 = running / up)
 * </pre>
 */
public final class MarketEvent {
    /** The value of a time, sequence or id that the source does not give. */
    public static final long UNKNOWN = -1;

    /** The side of a trade whose aggressor is not known. */
    public static final byte NO_SIDE = 0;

    /** The aggressor bought, or the order is a bid. */
    public static final byte BUY = 1;

    /** The aggressor sold, or the order is an ask. */
    public static final byte SELL = -1;

    private static final long[] NO_LEVELS = {};

    /** {@code venue:symbol}, for example {@code binance:BTCUSDT}. */
    public String instrument = "";

    public EventKind kind = EventKind.FEED_STATUS;

    /** How this event's sequence numbers join those of the event before it. */
    public SequenceRule sequenceRule = SequenceRule.NONE;

    /** Exchange time, ns since epoch UTC. */
    public long eventTimeNanos;

    /** Local receive time, ns since epoch UTC, or {@link #UNKNOWN}. Another clock: never mixed. */
    public long receiveTimeNanos = UNKNOWN;

    /** First sequence number that the event covers, or {@link #UNKNOWN}. */
    public long firstSequence = UNKNOWN;

    /** Last sequence number that the event covers, or {@link #UNKNOWN}. */
    public long lastSequence = UNKNOWN;

    /**
     * Sequence number of the event that this one follows, where the venue tells, or {@link
     * #UNKNOWN}.
     */
    public long previousSequence = UNKNOWN;

    /** Where the event first entered: a file's name or {@code topic/partition}. */
    public String source = "";

    /** Line (from 1) or offset within {@link #source}. */
    public long sourcePosition = UNKNOWN;

    public long[] bidPricesE8 = NO_LEVELS;
    public long[] bidSizesE8 = NO_LEVELS;
    public long[] askPricesE8 = NO_LEVELS;
    public long[] askSizesE8 = NO_LEVELS;

    public long priceE8;
    public long sizeE8;

    /** {@link #BUY}, {@link #SELL} or {@link #NO_SIDE}. */
    public byte side;

    /** Trade or order id, or {@link #UNKNOWN}. */
    public long id = UNKNOWN;

    /**
     * True for a print that did not trade against the public book (insurance fund, cross, hidden).
     */
    public boolean offBook;

    /** Whether the event changes or states the book. */
    public boolean isBook() {
        return kind == EventKind.BOOK_SNAPSHOT
                || kind == EventKind.BOOK_DELTA
                || kind == EventKind.BEST_QUOTE;
    }

    /** Exchange time in ms since the epoch, rounded down: the timestamp that watermarks see. */
    public long eventTimeMillis() {
        return Math.floorDiv(eventTimeNanos, 1_000_000L);
    }

    @Override
    public String toString() {
        return kind
                + " "
                + instrument
                + " t="
                + eventTimeNanos
                + " seq="
                + firstSequence
                + ".."
                + lastSequence
                + " at "
                + source
                + ":"
                + sourcePosition;
    }
}
