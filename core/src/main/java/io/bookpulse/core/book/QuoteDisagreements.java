package io.bookpulse.core.book;

/** Hears each disagreement between the book and the venue's quote. */
@FunctionalInterface
public interface QuoteDisagreements {
    /**
     * Called once for each state of the book that differs from the quote in force.
     *
     * @param quote the last quote at or before the book's sequence number; reused, copy to keep
     * @param book the book's best prices; reused, copy to keep
     */
    void found(BestPrices quote, BestPrices book);
}
