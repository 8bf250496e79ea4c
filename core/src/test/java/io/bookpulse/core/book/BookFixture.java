package io.bookpulse.core.book;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A book with its state that writes down what becomes of every event. */
final class BookFixture {
    final Book book;
    final BookState state;
    final List<String> resolved = new ArrayList<>();

    BookFixture() {
        this(BookParameters.defaults());
    }

    BookFixture(BookParameters parameters) {
        book = new Book(parameters);
        state = book.newState();
    }

    static BookParameters limits(int depth, int maxLevels, int bufferedDiffs) {
        return new BookParameters(depth, maxLevels, bufferedDiffs, Duration.ofSeconds(5));
    }

    BookResult apply(EventBuilder event) {
        return book.apply(state, event.build(), this::note);
    }

    void drain() {
        book.drain(state, this::note);
    }

    /** Bids, then asks, best first: {@code "100x5 99.99x8 | 100.02x3"}. */
    String levels() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < state.bids.levels; i++) {
            text.append(level(state.bids, i)).append(' ');
        }
        text.append('|');
        for (int i = 0; i < state.asks.levels; i++) {
            text.append(' ').append(level(state.asks, i));
        }
        return text.toString();
    }

    private static String level(BookSide side, int level) {
        return plain(side.priceE8(level)) + "x" + plain(side.sizeE8(level));
    }

    private static String plain(long e8) {
        return BigDecimal.valueOf(e8, 8).stripTrailingZeros().toPlainString();
    }

    private void note(MarketEvent event, BookResult result) {
        resolved.add(event.lastSequence + " " + result);
    }
}
