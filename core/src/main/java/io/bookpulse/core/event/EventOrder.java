package io.bookpulse.core.event;

import java.util.Comparator;

/**
 * The one order of an instrument's events: exchange time, first sequence number, kind, source,
 * position in the source (DESIGN 3 and 4). Total for events of one instrument, so that the same set
 * of events gives the same output however it arrived.
 */
public enum EventOrder implements Comparator<MarketEvent> {
    INSTANCE;

    @Override
    public int compare(MarketEvent a, MarketEvent b) {
        int order = Long.compare(a.eventTimeNanos, b.eventTimeNanos);
        if (order == 0) {
            order = Long.compare(a.firstSequence, b.firstSequence);
        }
        if (order == 0) {
            order = a.kind.compareTo(b.kind);
        }
        if (order == 0) {
            order = a.source.compareTo(b.source);
        }
        return order == 0 ? Long.compare(a.sourcePosition, b.sourcePosition) : order;
    }
}
