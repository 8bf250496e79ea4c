package io.bookpulse.jobs.check;

import io.bookpulse.core.book.Book;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.book.BookResult;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.book.QuoteCheck;
import io.bookpulse.core.book.QuoteCheckState;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.filter.EventFilter;
import io.bookpulse.core.filter.EventFilterState;
import io.bookpulse.core.filter.FilterParameters;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Everything that is counted about one instrument. */
public final class InstrumentCheck {
    private final Book book = new Book(BookParameters.defaults());
    private final EventFilter filter = new EventFilter(FilterParameters.defaults());
    private final QuoteCheck quoteCheck = QuoteCheck.defaults();
    private final BookState bookState = book.newState();
    private final EventFilterState filterState = filter.newState();
    private final QuoteCheckState quoteState = quoteCheck.newState();
    private final PriorityQueue<MarketEvent> waiting = new PriorityQueue<>(EventOrder.INSTANCE);
    private final Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
    private final Map<RejectReason, Long> refused = new EnumMap<>(RejectReason.class);
    private final long windowNanos;

    private long events;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long outOfOrder;
    private long late;
    private long crossed;
    private long offBook;

    InstrumentCheck(long windowNanos) {
        this.windowNanos = windowNanos;
    }

    /** Takes the next event in file order; {@code newest} is the largest time of its file. */
    void add(MarketEvent event, long newestOfFileNanos) {
        events++;
        kinds.merge(event.kind, 1L, Long::sum);
        offBook += event.offBook ? 1 : 0;
        outOfOrder += event.eventTimeNanos < lastNanos ? 1 : 0;
        firstNanos = Math.min(firstNanos, event.eventTimeNanos);
        lastNanos = Math.max(lastNanos, event.eventTimeNanos);
        if (event.eventTimeNanos < newestOfFileNanos - windowNanos) {
            late++;
        } else {
            waiting.add(event);
            release(lastNanos - windowNanos);
        }
    }

    /** No further event will come. */
    void finish() {
        release(Long.MAX_VALUE);
        book.drain(bookState, (event, result) -> count(result));
    }

    private void release(long untilNanos) {
        MarketEvent next = waiting.peek();
        while (next != null && next.eventTimeNanos <= untilNanos) {
            waiting.remove();
            apply(next);
            next = waiting.peek();
        }
    }

    private void apply(MarketEvent event) {
        RejectReason reason = filter.check(filterState, event);
        if (reason != null) {
            refused.merge(reason, 1L, Long::sum);
        } else if (event.isBook()) {
            BookResult result = book.apply(bookState, event, (waited, last) -> count(last));
            if (!result.isPending()) {
                count(result);
            }
            crossCheck(event);
        }
    }

    private void crossCheck(MarketEvent event) {
        if (event.kind != EventKind.BEST_QUOTE) {
            quoteCheck.book(quoteState, bookState, (quote, prices) -> {});
        } else if (bookState.hasDepthEvents && event.lastSequence != MarketEvent.UNKNOWN) {
            quoteCheck.quote(quoteState, event, (quote, prices) -> {});
        }
    }

    private void count(BookResult result) {
        RejectReason reason = result.rejectReason();
        if (reason != null) {
            refused.merge(reason, 1L, Long::sum);
        }
        crossed += result == BookResult.CROSSED ? 1 : 0;
    }

    /** All events of the instrument. */
    public long events() {
        return events;
    }

    /** Events by kind. */
    public Map<EventKind, Long> kinds() {
        return kinds;
    }

    /** Events that the job would refuse, by reason. */
    public Map<RejectReason, Long> refused() {
        return refused;
    }

    /** Earliest exchange time, ns since epoch UTC. */
    public long firstNanos() {
        return firstNanos;
    }

    /** Latest exchange time, ns since epoch UTC. */
    public long lastNanos() {
        return lastNanos;
    }

    /** Events older than one before them. */
    public long outOfOrder() {
        return outOfOrder;
    }

    /** Events too old to be sorted in. */
    public long late() {
        return late;
    }

    /** Times that the book was lost: sequence gaps and books that stayed crossed. */
    public long gaps() {
        return bookState.gaps;
    }

    /** Book events after which the best bid was above the best ask. */
    public long crossed() {
        return crossed;
    }

    /** Prints that did not trade against the public book. */
    public long offBook() {
        return offBook;
    }

    /** What the cross-check of the book against the venue's best quotes found, or null if none. */
    public @Nullable QuoteCheckState quoteCheck() {
        return quoteState.agreements + quoteState.disagreements == 0 ? null : quoteState;
    }
}
