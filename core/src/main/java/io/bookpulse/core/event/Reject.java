package io.bookpulse.core.event;

/**
 * An input that was not used, with its reason and its original bytes: counted, kept, never dropped.
 */
public final class Reject {
    /** At most this many bytes of the original are kept. */
    public static final int PAYLOAD_LIMIT = 4096;

    private static final byte[] NOTHING = {};

    /** {@code venue:symbol}, or empty where the bytes do not tell. */
    public String instrument = "";

    /** Exchange time, ns since epoch UTC, or {@link MarketEvent#UNKNOWN}. */
    public long eventTimeNanos = MarketEvent.UNKNOWN;

    /** Local receive time, ns since epoch UTC, or {@link MarketEvent#UNKNOWN}. */
    public long receiveTimeNanos = MarketEvent.UNKNOWN;

    public RejectReason reason = RejectReason.MALFORMED;

    /** What exactly is wrong, in one clause. */
    public String detail = "";

    /** A file's name or {@code topic/partition}. */
    public String source = "";

    /** Line (from 1) or offset within {@link #source}. */
    public long sourcePosition = MarketEvent.UNKNOWN;

    /** The original bytes, cut at {@link #PAYLOAD_LIMIT}. */
    public byte[] payload = NOTHING;

    /** Length of the original before it was cut, bytes. */
    public int payloadLength;

    @Override
    public String toString() {
        return reason + " at " + source + ":" + sourcePosition + ": " + detail;
    }
}
