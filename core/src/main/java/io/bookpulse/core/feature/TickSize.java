package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookState;
import java.io.Serializable;

/**
 * The price step of an instrument: configured, or inferred as the smallest step seen between best
 * bid and ask, between the two best levels of a side, and between successive best prices. O(1) a
 * book, allocation-free.
 */
public final class TickSize implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double UNIT = 1e8;

    private final double configured;
    private final double rescaleRatio;

    /** The step that the parameters give, or inference where they give none. */
    public TickSize(FeatureParameters parameters) {
        configured = parameters.tickSize();
        rescaleRatio = parameters.rescaleRatio();
    }

    /** The step, price units; NaN before one is known. */
    public double of(TickSizeState state) {
        if (configured > 0) {
            return configured;
        }
        return state.stepE8 > 0 ? state.stepE8 / UNIT : Double.NaN;
    }

    /**
     * Looks at an accepted book.
     *
     * @return whether its mid is so far from the last one that the price scale is another; the
     *     inference has then begun anew with this book
     */
    public boolean observe(TickSizeState state, BookState book) {
        boolean rescaled = isRescaled(state, book);
        if (rescaled) {
            state.stepE8 = 0;
            state.bidE8 = 0;
            state.askE8 = 0;
        }
        if (book.hasBid() && book.hasAsk()) {
            step(state, book.bestAskPriceE8() - book.bestBidPriceE8());
        }
        if (book.bids.levels > 1) {
            step(state, book.bids.priceE8(0) - book.bids.priceE8(1));
        }
        if (book.asks.levels > 1) {
            step(state, book.asks.priceE8(1) - book.asks.priceE8(0));
        }
        move(state, book);
        return rescaled;
    }

    private boolean isRescaled(TickSizeState state, BookState book) {
        if (!book.hasBid() || !book.hasAsk() || state.bidE8 == 0 || state.askE8 == 0) {
            return false;
        }
        double ratio =
                QuotedPrices.mid(book.bestBidPriceE8(), book.bestAskPriceE8())
                        / QuotedPrices.mid(state.bidE8, state.askE8);
        return ratio > rescaleRatio || ratio < 1 / rescaleRatio;
    }

    private static void move(TickSizeState state, BookState book) {
        if (book.hasBid()) {
            if (state.bidE8 > 0) {
                step(state, Math.abs(book.bestBidPriceE8() - state.bidE8));
            }
            state.bidE8 = book.bestBidPriceE8();
        }
        if (book.hasAsk()) {
            if (state.askE8 > 0) {
                step(state, Math.abs(book.bestAskPriceE8() - state.askE8));
            }
            state.askE8 = book.bestAskPriceE8();
        }
    }

    private static void step(TickSizeState state, long stepE8) {
        if (stepE8 > 0 && (state.stepE8 == 0 || stepE8 < state.stepE8)) {
            state.stepE8 = stepE8;
        }
    }
}
