package io.bookpulse.core.event;

/**
 * What makes a value doubtful or absent (DEFINITIONS 0.3). A set of flags is a bitmap in a long.
 */
public enum QualityFlag {
    /** Not enough history yet. */
    WARMUP("window not yet filled to its minimum"),
    /** One side of the book has no level. */
    EMPTY_SIDE("a side of the book is empty"),
    /** Best sizes sum to zero. */
    ZERO_DEPTH("no size at the best prices"),
    /** Best bid equals best ask. */
    LOCKED("best bid equals best ask"),
    /** Best bid above best ask. */
    CROSSED("best bid above best ask"),
    /** No accepted change for longer than the sampling carries a state. */
    STALE("no accepted book change within stale-max"),
    /** A sequence gap: the book is not valid until it is resynchronised. */
    GAP("book invalid after a sequence gap or before its first snapshot"),
    /** Late events were set aside in this interval. */
    LATE("late events were set aside"),
    /** A variance floor is active. */
    DEGENERATE("a variance floor is active"),
    /** A value was carried or filled in. */
    IMPUTED("a value was filled in");

    private final String meaning;

    QualityFlag(String meaning) {
        this.meaning = meaning;
    }

    /** The flag's bit in a bitmap. */
    public long bit() {
        return 1L << ordinal();
    }

    /** Whether the bitmap holds this flag. */
    public boolean in(long flags) {
        return (flags & bit()) != 0;
    }

    /** What the flag says, in one clause. */
    public String meaning() {
        return meaning;
    }
}
