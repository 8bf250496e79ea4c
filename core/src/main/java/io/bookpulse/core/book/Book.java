package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;
import java.io.Serializable;

/** The level-2 book of one instrument. */
public final class Book implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BookParameters parameters;

    /** A book with those limits. */
    public Book(BookParameters parameters) {
        this.parameters = parameters;
    }

    /** An empty book that waits for its first snapshot or quote. */
    public BookState newState() {
        return new BookState();
    }

    /** Takes one book event (snapshot, diff or quote), in order. */
    public BookResult apply(BookState state, MarketEvent event, WaitingEvents resolved) {
        throw new UnsupportedOperationException("depth " + parameters.depth());
    }

    /** Gives up what still waits, as {@link BookResult#UNUSABLE}: the input has ended. */
    public void drain(BookState state, WaitingEvents resolved) {
        throw new UnsupportedOperationException("depth " + parameters.depth());
    }
}
