package io.bookpulse.bench.micro;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One instrument's trades without an end, and a book that they could have come from. */
@State(Scope.Thread)
public class TradeLoop {
    private static final int TRADES = 1_024;

    private final MarketEvent[] trades = new MarketEvent[TRADES];
    private BookState book = new BookState();
    private long span;
    private int next;

    /** Picks the trades out of the market. */
    @Setup(Level.Trial)
    public void pick(EventLoop events, BookLoop books) {
        book = books.next();
        for (int count = 0; count < TRADES; ) {
            MarketEvent event = events.next();
            if (event.kind == EventKind.TRADE) {
                trades[count++] = event;
            }
        }
        span = trades[TRADES - 1].eventTimeNanos - trades[0].eventTimeNanos + 1;
    }

    /** The next trade: the same object as a lap before, later. */
    public MarketEvent next() {
        MarketEvent trade = trades[next];
        trade.eventTimeNanos += span;
        next = (next + 1) % TRADES;
        return trade;
    }

    /** The book. */
    public BookState book() {
        return book;
    }
}
