package io.bookpulse.core.book;

/** How the book's best level of one side can differ from the venue's own quote. */
public enum QuoteDifference {
    /** The quote's bid is better: the book lacks a level. */
    MISSING_BID,
    /** The book's bid is better: it holds a level that is gone. */
    STALE_BID,
    /** Same bid price, another size. */
    BID_SIZE,
    /** The quote's ask is better: the book lacks a level. */
    MISSING_ASK,
    /** The book's ask is better: it holds a level that is gone. */
    STALE_ASK,
    /** Same ask price, another size. */
    ASK_SIZE;

    /** How many kinds there are. */
    static final int COUNT = values().length;
}
