package io.bookpulse.bench.micro;

import io.bookpulse.core.book.Book;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Books of one instrument, each after another number of changes, again and again. */
@State(Scope.Thread)
public class BookLoop {
    private static final int BOOKS = 64;
    private static final int APART = 50;

    private final List<BookState> books = new ArrayList<>(BOOKS);
    private int next;

    /** Builds the books. */
    @Setup(Level.Trial)
    public void build(EventLoop events) {
        List<MarketEvent> changes = new ArrayList<>();
        while (changes.size() < BOOKS * APART) {
            MarketEvent event = events.next();
            if (event.isBook()) {
                changes.add(event);
            }
        }
        Book book = new Book(BookParameters.defaults());
        for (int i = 1; i <= BOOKS; i++) {
            BookState state = book.newState();
            for (MarketEvent change : changes.subList(0, i * APART)) {
                book.apply(state, change, (event, result) -> {});
            }
            books.add(state);
        }
    }

    /** The next book; not to be changed. */
    public BookState next() {
        next = (next + 1) % BOOKS;
        return books.get(next);
    }
}
