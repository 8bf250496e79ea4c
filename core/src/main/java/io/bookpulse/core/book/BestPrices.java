package io.bookpulse.core.book;

/** Best prices and sizes as of one sequence number; price and size 0 where a side is empty. */
public final class BestPrices {
    public long sequence;
    public long bidPriceE8;
    public long bidSizeE8;
    public long askPriceE8;
    public long askSizeE8;

    /** {@link BookSide#reachE8} of the bids; 0 in a quote. */
    public long bidReachE8;

    /** {@link BookSide#reachE8} of the asks; 0 in a quote. */
    public long askReachE8;
}
