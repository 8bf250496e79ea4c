package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.MarketEvent;

/**
 * Who was the aggressor of a trade (DEFINITIONS 3.1; Lee and Ready 1991): the venue's flag if there
 * is one; else the quote rule, a price above the mid is a purchase and below it a sale; at the mid
 * or without a book the tick rule, the sign of the last price change that was not 0. O(1).
 */
public final class TradeSign {
    private TradeSign() {}

    /**
     * The sign of a trade: +1 purchase, -1 sale, 0 not known.
     *
     * @param state remembers prices, for the tick rule
     * @param book the book just before the trade
     */
    public static int of(TradeSignState state, BookState book, MarketEvent trade) {
        if (state.priceE8 > 0 && trade.priceE8 != state.priceE8) {
            state.direction = Long.signum(trade.priceE8 - state.priceE8);
        }
        state.priceE8 = trade.priceE8;
        if (trade.side != MarketEvent.NO_SIDE) {
            return trade.side;
        }
        int side = book.isUsable() ? quoteRule(book, trade.priceE8) : 0;
        return side == 0 ? state.direction : side;
    }

    private static int quoteRule(BookState book, long priceE8) {
        if (!book.hasBid() || !book.hasAsk()) {
            return 0;
        }
        return Long.compare(priceE8 - book.bestBidPriceE8(), book.bestAskPriceE8() - priceE8);
    }
}
