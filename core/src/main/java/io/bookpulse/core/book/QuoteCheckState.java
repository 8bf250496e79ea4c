package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;

/** All memory of one instrument's {@link QuoteCheck}: two bounded rings and counters. */
public final class QuoteCheckState {
    /** Quotes from the one in force at the oldest open book state on. */
    public PendingPrices quotes = new PendingPrices();

    /** Book states that no later quote has confirmed to be open no more. */
    public PendingPrices books = new PendingPrices();

    public long lastQuote = MarketEvent.UNKNOWN;
    public long lastBook = MarketEvent.UNKNOWN;

    /** Book states whose best prices and sizes equal those of the quote in force. */
    public long agreements;

    /** Book states that differ. */
    public long disagreements;

    /** Disagreements by {@link QuoteDifference#ordinal()}; one may differ on both sides. */
    public long[] differences = new long[QuoteDifference.COUNT];

    /**
     * Missing levels whose price lies beyond the last snapshot's worst: never told to anyone, hence
     * no fault of the book.
     */
    public long missingBeyondReach;

    /** Book states without a known quote at or before them. */
    public long unverified;

    /** Quotes or book states lost because a ring was full. */
    public long lost;

    /** Quotes whose update id does not exceed the one before: not used. */
    public long outOfOrder;

    /** The quote and book state last compared. */
    public BestPrices quote = new BestPrices();

    public BestPrices book = new BestPrices();
}
