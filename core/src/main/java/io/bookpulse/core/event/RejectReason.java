package io.bookpulse.core.event;

/** Why an input did not become part of the market's state. Every reason is a counter of its own. */
public enum RejectReason {
    /** The bytes are not what the format says: broken JSON, missing field, wrong column count. */
    MALFORMED,
    /** A number that does not fit 8 implied decimals in 64 bits, or is not a number. */
    BAD_NUMBER,
    /** A price of zero or below, a negative size, or unsorted levels. */
    BAD_LEVEL,
    /** Exchange time absent, or further from the receive time than any clock fault explains. */
    BAD_TIME,
    /** A message of a kind that the format knows but the pipeline does not use. */
    UNKNOWN_MESSAGE,
    /** A trade id or sequence that was seen before. */
    DUPLICATE,
    /** A book event whose sequence numbers the book has already passed. */
    OLD_SEQUENCE,
    /** A book event that arrived while the book was invalid and could not be used for a resync. */
    UNUSABLE,
    /** Best bid above best ask. */
    CROSSED,
    /** A quote far outside the recent band of prices. */
    OUT_OF_BAND,
    /** Older than the point up to which events were already released. */
    LATE;

    private static final RejectReason[] VALUES = values();

    /** Returns the reason with that ordinal, without copying the array of all. */
    public static RejectReason of(int ordinal) {
        return VALUES[ordinal];
    }
}
