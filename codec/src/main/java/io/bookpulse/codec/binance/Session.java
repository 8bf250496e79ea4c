package io.bookpulse.codec.binance;

import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/** What one file has told so far about one instrument. */
final class Session {
    final String instrument;

    /** Largest exchange time seen, ns; UNKNOWN before the first. */
    long largestTimeNanos = MarketEvent.UNKNOWN;

    /** {@code trade} or {@code aggTrade}, whichever came first; empty before. */
    String tradeType = "";

    /** Lines that wait for the first exchange time. */
    final List<Waiting> waiting = new ArrayList<>();

    Session(String instrument) {
        this.instrument = instrument;
    }
}
