package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookState;

/** Best prices and sizes of a book. An empty side has size 0 at an infinitely bad price. */
public final class TopOfBook {
    public long bidPriceE8 = Long.MIN_VALUE;
    public long bidSizeE8;
    public long askPriceE8 = Long.MAX_VALUE;
    public long askSizeE8;

    /** Takes the best prices and sizes of the book. */
    public void read(BookState book) {
        bidPriceE8 = book.hasBid() ? book.bestBidPriceE8() : Long.MIN_VALUE;
        bidSizeE8 = book.hasBid() ? book.bestBidSizeE8() : 0;
        askPriceE8 = book.hasAsk() ? book.bestAskPriceE8() : Long.MAX_VALUE;
        askSizeE8 = book.hasAsk() ? book.bestAskSizeE8() : 0;
    }

    /** Takes the prices and sizes of another. */
    public void copy(TopOfBook other) {
        bidPriceE8 = other.bidPriceE8;
        bidSizeE8 = other.bidSizeE8;
        askPriceE8 = other.askPriceE8;
        askSizeE8 = other.askSizeE8;
    }

    /** Whether all four numbers are those of the other. */
    public boolean isSame(TopOfBook other) {
        return bidPriceE8 == other.bidPriceE8
                && bidSizeE8 == other.bidSizeE8
                && askPriceE8 == other.askPriceE8
                && askSizeE8 == other.askSizeE8;
    }
}
