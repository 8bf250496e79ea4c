package io.bookpulse.bench.peers;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;

/** A best quote as SQL sees it. */
public final class QuoteRow {
    private static final double E8 = 1e8;

    /** {@code venue:symbol}. */
    public String instrument = "";

    /** Exchange time, ms since epoch UTC. */
    public long millis;

    /** Best ask less best bid. */
    public double spread;

    /** The quote in an event, which must be one. */
    static QuoteRow of(MarketEvent event) {
        QuoteRow row = new QuoteRow();
        row.instrument = event.instrument;
        row.millis = event.eventTimeMillis();
        row.spread = spread(event);
        return row;
    }

    static boolean isQuote(MarketEvent event) {
        return event.kind == EventKind.BEST_QUOTE;
    }

    static double spread(MarketEvent event) {
        return (event.askPricesE8[0] - event.bidPricesE8[0]) / E8;
    }
}
