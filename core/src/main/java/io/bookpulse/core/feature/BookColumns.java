package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.io.Serializable;

/**
 * The columns that the book alone gives: prices, spread, depth and imbalance as of one moment. A
 * one-sided book has depth and imbalance but neither spread nor mid; a crossed or invalid one has
 * nothing.
 */
public final class BookColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int near;
    private final int middle;
    private final int far;

    /** Columns of that many levels. */
    public BookColumns(FeatureParameters parameters) {
        near = parameters.imbalanceLevels().get(0);
        middle = parameters.imbalanceLevels().get(1);
        far = parameters.imbalanceLevels().get(2);
    }

    /** What is wrong with the book at this moment, as a bitmap of flags. */
    static long flags(BookState book) {
        if (!book.valid) {
            return QualityFlag.GAP.bit();
        }
        if (book.isCrossed()) {
            return QualityFlag.CROSSED.bit();
        }
        long flags = book.isLocked() ? QualityFlag.LOCKED.bit() : 0;
        if (!book.hasBid() || !book.hasAsk()) {
            flags |= QualityFlag.EMPTY_SIDE.bit();
        }
        if (topDepth(book) == 0) {
            flags |= QualityFlag.ZERO_DEPTH.bit();
        }
        return flags;
    }

    /** Best ask - best bid; NaN unless the book is usable and has two sides. */
    static double spread(BookState book) {
        return isTwoSided(book)
                ? QuotedPrices.spread(book.bestBidPriceE8(), book.bestAskPriceE8())
                : Double.NaN;
    }

    /** The mid; NaN unless the book is usable and has two sides. */
    static double mid(BookState book) {
        return isTwoSided(book)
                ? QuotedPrices.mid(book.bestBidPriceE8(), book.bestAskPriceE8())
                : Double.NaN;
    }

    /** Size at the best prices; NaN unless the book is usable. */
    static double topDepth(BookState book) {
        return book.isUsable() ? bidDepth(book, 1) + askDepth(book, 1) : Double.NaN;
    }

    /** The size-weighted mid, or the mid where no size is known; NaN unless there are two sides. */
    static double weightedMid(BookState book) {
        if (!isTwoSided(book)) {
            return Double.NaN;
        }
        double bid = book.bestBidSizeE8();
        double total = bid + book.bestAskSizeE8();
        return total > 0
                ? QuotedPrices.weightedMid(
                        book.bestBidPriceE8(), book.bestAskPriceE8(), bid / total)
                : mid(book);
    }

    /** Writes the columns; a book that cannot be used leaves them NaN. O(levels). */
    public void write(BookState book, Sample sample) {
        if (!book.isUsable()) {
            return;
        }
        double spread = spread(book);
        double mid = mid(book);
        double weightedMid = weightedMid(book);
        sample.set(SampleColumn.MID, mid);
        sample.set(SampleColumn.SPREAD, spread);
        sample.set(SampleColumn.SPREAD_BPS, QuotedPrices.spreadBps(spread, mid));
        sample.set(SampleColumn.WEIGHTED_MID, weightedMid);
        sample.set(SampleColumn.MICROPRICE, weightedMid);
        sample.set(SampleColumn.TOP_DEPTH, topDepth(book));
        sample.set(
                SampleColumn.IMBALANCE_1,
                Depth.imbalance(bidDepth(book, near), askDepth(book, near)));
        side(sample, SampleColumn.IMBALANCE_5, bidDepth(book, middle), askDepth(book, middle));
        side(sample, SampleColumn.IMBALANCE_10, bidDepth(book, far), askDepth(book, far));
    }

    private static void side(Sample sample, SampleColumn imbalance, double bid, double ask) {
        boolean middle = imbalance == SampleColumn.IMBALANCE_5;
        sample.set(imbalance, Depth.imbalance(bid, ask));
        sample.set(middle ? SampleColumn.BID_DEPTH_5 : SampleColumn.BID_DEPTH_10, bid);
        sample.set(middle ? SampleColumn.ASK_DEPTH_5 : SampleColumn.ASK_DEPTH_10, ask);
    }

    private static boolean isTwoSided(BookState book) {
        return book.isUsable() && book.hasBid() && book.hasAsk();
    }

    private static double bidDepth(BookState book, int levels) {
        return Depth.of(book.bids, levels);
    }

    private static double askDepth(BookState book, int levels) {
        return Depth.of(book.asks, levels);
    }
}
