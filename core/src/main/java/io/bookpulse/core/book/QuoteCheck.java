package io.bookpulse.core.book;

import io.bookpulse.core.Checks;
import io.bookpulse.core.event.MarketEvent;
import java.io.Serializable;

/**
 * Checks a depth book against the venue's own best quotes by update id: once the book has reached
 * id u, the last quote with an id at or below u must show the book's best prices and sizes. Which
 * quote is the last is certain only when one above u has come, so book states wait for it; quotes
 * that run ahead of the book wait for the book. Both streams must come in order of their ids, in
 * any order to each other.
 *
 * <p>Cost: O(1) amortised per call, no allocation once the rings have grown; 56 bytes an entry.
 */
public final class QuoteCheck implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Quotes that come while the book waits: far more than a venue sends in 100 ms. */
    private static final int DEFAULT_PENDING = 4096;

    private final int pending;

    /** A check that lets {@code pending} quotes and as many book states wait; 1 or more. */
    public QuoteCheck(int pending) {
        this.pending = Checks.atLeast(1, pending, "pending");
    }

    /** A check with 4,096 waiting places. */
    public static QuoteCheck defaults() {
        return new QuoteCheck(DEFAULT_PENDING);
    }

    /** A check that has seen nothing. */
    public QuoteCheckState newState() {
        return new QuoteCheckState();
    }

    /** Takes a best quote whose {@code lastSequence} is its update id. */
    public void quote(QuoteCheckState state, MarketEvent quote, QuoteDisagreements found) {
        if (quote.lastSequence <= state.lastQuote) {
            state.outOfOrder++;
            return;
        }
        BestPrices prices = state.quote;
        prices.sequence = quote.lastSequence;
        prices.bidPriceE8 = first(quote.bidPricesE8);
        prices.bidSizeE8 = first(quote.bidSizesE8);
        prices.askPriceE8 = first(quote.askPricesE8);
        prices.askSizeE8 = first(quote.askSizesE8);
        prices.bidReachE8 = 0;
        prices.askReachE8 = 0;
        state.lastQuote = quote.lastSequence;
        state.lost += state.quotes.add(prices, pending) ? 1 : 0;
        compare(state, found);
    }

    /** Takes the book after a depth event; ignored unless it is valid and has moved on. */
    public void book(QuoteCheckState state, BookState book, QuoteDisagreements found) {
        if (!book.valid || book.lastSequence <= state.lastBook) {
            return;
        }
        BestPrices prices = state.book;
        prices.sequence = book.lastSequence;
        prices.bidPriceE8 = book.hasBid() ? book.bestBidPriceE8() : 0;
        prices.bidSizeE8 = book.hasBid() ? book.bestBidSizeE8() : 0;
        prices.askPriceE8 = book.hasAsk() ? book.bestAskPriceE8() : 0;
        prices.askSizeE8 = book.hasAsk() ? book.bestAskSizeE8() : 0;
        prices.bidReachE8 = book.bids.reachE8;
        prices.askReachE8 = book.asks.reachE8;
        state.lastBook = book.lastSequence;
        state.lost += state.books.add(prices, pending) ? 1 : 0;
        compare(state, found);
    }

    private static void compare(QuoteCheckState state, QuoteDisagreements found) {
        PendingPrices quotes = state.quotes;
        PendingPrices books = state.books;
        while (books.count > 0 && books.sequence(0) < state.lastQuote) {
            long reached = books.sequence(0);
            while (quotes.count > 1 && quotes.sequence(1) <= reached) {
                quotes.removeFirst();
            }
            if (quotes.sequence(0) > reached) {
                state.unverified++;
            } else {
                quotes.readFirst(state.quote);
                books.readFirst(state.book);
                count(state, found);
            }
            books.removeFirst();
        }
    }

    private static void count(QuoteCheckState state, QuoteDisagreements found) {
        BestPrices quote = state.quote;
        BestPrices book = state.book;
        boolean sameBid = quote.bidPriceE8 == book.bidPriceE8 && quote.bidSizeE8 == book.bidSizeE8;
        boolean sameAsk = quote.askPriceE8 == book.askPriceE8 && quote.askSizeE8 == book.askSizeE8;
        if (sameBid && sameAsk) {
            state.agreements++;
            return;
        }
        state.disagreements++;
        if (!sameBid) {
            countBid(state, quote, book);
        }
        if (!sameAsk) {
            countAsk(state, quote, book);
        }
        found.found(quote, book);
    }

    private static void countBid(QuoteCheckState state, BestPrices quote, BestPrices book) {
        if (quote.bidPriceE8 > book.bidPriceE8) {
            add(state, QuoteDifference.MISSING_BID);
            state.missingBeyondReach += quote.bidPriceE8 < book.bidReachE8 ? 1 : 0;
        } else {
            boolean samePrice = quote.bidPriceE8 == book.bidPriceE8;
            add(state, samePrice ? QuoteDifference.BID_SIZE : QuoteDifference.STALE_BID);
        }
    }

    private static void countAsk(QuoteCheckState state, BestPrices quote, BestPrices book) {
        boolean samePrice = quote.askPriceE8 == book.askPriceE8;
        boolean quoteIsBetter =
                quote.askPriceE8 != 0
                        && (book.askPriceE8 == 0 || quote.askPriceE8 < book.askPriceE8);
        if (samePrice) {
            add(state, QuoteDifference.ASK_SIZE);
        } else if (quoteIsBetter) {
            add(state, QuoteDifference.MISSING_ASK);
            state.missingBeyondReach +=
                    book.askReachE8 != 0 && quote.askPriceE8 > book.askReachE8 ? 1 : 0;
        } else {
            add(state, QuoteDifference.STALE_ASK);
        }
    }

    private static void add(QuoteCheckState state, QuoteDifference difference) {
        state.differences[difference.ordinal()]++;
    }

    private static long first(long[] values) {
        return values.length == 0 ? 0 : values[0];
    }
}
