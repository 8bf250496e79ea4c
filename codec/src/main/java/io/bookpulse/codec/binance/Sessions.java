package io.bookpulse.codec.binance;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The instruments of one market in one file, and the lines that wait for a time or a name. */
final class Sessions {
    /** Lines that may wait at a time; in captures it is a handful. */
    static final int WAITING_LIMIT = 10_000;

    private static final int INSTRUMENT_LIMIT = 100_000;

    /** Lines that wait for the market's first instrument. */
    final List<Waiting> unnamed = new ArrayList<>();

    private final String venue;
    private final Map<String, Session> bySymbol = new LinkedHashMap<>();
    private int waiting;

    Sessions(String venue) {
        this.venue = venue;
    }

    boolean isEmpty() {
        return bySymbol.isEmpty();
    }

    /** Returns {@code venue:symbol}. */
    String name(String symbol) {
        return venue + symbol;
    }

    /** Returns the market's instrument if there is exactly one. */
    @Nullable Session only() {
        return bySymbol.size() == 1 ? bySymbol.values().iterator().next() : null;
    }

    /** Returns the instrument, and gives lines that waited for the first one to it. */
    @Nullable Session of(String symbol, Consumer<Decoded> out) {
        Session session = bySymbol.get(symbol);
        if (session == null && bySymbol.size() < INSTRUMENT_LIMIT) {
            session = new Session(name(symbol));
            bySymbol.put(symbol, session);
            adopt(session, out);
        }
        return session;
    }

    /** Emits the event with a time, its own or the largest so far; false if there is none yet. */
    boolean accept(Session session, MarketEvent event, Consumer<Decoded> out) {
        if (event.eventTimeNanos == MarketEvent.UNKNOWN) {
            event.eventTimeNanos = session.largestTimeNanos;
        } else {
            session.largestTimeNanos = Math.max(session.largestTimeNanos, event.eventTimeNanos);
            release(session, event.eventTimeNanos, out);
        }
        boolean timed = event.eventTimeNanos != MarketEvent.UNKNOWN;
        if (timed) {
            out.accept(Decoded.of(event));
        }
        return timed;
    }

    /** Lets a line wait in that list, or rejects it at once if too many do. */
    void await(List<Waiting> list, Waiting line, Consumer<Decoded> out) {
        if (waiting < WAITING_LIMIT) {
            waiting++;
            list.add(line);
        } else {
            out.accept(Decoded.of(line.never()));
        }
    }

    /** Rejects what still waits at the end of the file. */
    void finish(Consumer<Decoded> out) {
        rejectAll(unnamed, out);
        for (Session session : bySymbol.values()) {
            rejectAll(session.waiting, out);
        }
    }

    private void adopt(Session session, Consumer<Decoded> out) {
        for (Waiting line : unnamed) {
            line.event().instrument = session.instrument;
            line.never().instrument = session.instrument;
            if (accept(session, line.event(), out)) {
                waiting--;
            } else {
                session.waiting.add(line);
            }
        }
        unnamed.clear();
    }

    private void release(Session session, long timeNanos, Consumer<Decoded> out) {
        if (session.waiting.isEmpty()) {
            return;
        }
        for (Waiting line : session.waiting) {
            line.event().eventTimeNanos = timeNanos;
            out.accept(Decoded.of(line.event()));
        }
        waiting -= session.waiting.size();
        session.waiting.clear();
    }

    private static void rejectAll(List<Waiting> lines, Consumer<Decoded> out) {
        for (Waiting line : lines) {
            out.accept(Decoded.of(line.never()));
        }
        lines.clear();
    }
}
