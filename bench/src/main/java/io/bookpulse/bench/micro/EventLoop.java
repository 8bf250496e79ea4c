package io.bookpulse.bench.micro;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.MarketGenerator;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One instrument's events without an end: half an hour of its market, begun with a snapshot, again
 * and again, each time with later times and higher sequence numbers. Nothing is allocated.
 */
@State(Scope.Thread)
public class EventLoop {
    private static final int EVENTS = 16_384;
    private static final long GAP_NANOS = 1_000_000_000L;

    private final List<MarketEvent> events = new ArrayList<>(EVENTS);
    private long span;
    private long sequences;
    private int next;
    private boolean repeated;

    /** Generates the events. */
    @Setup(Level.Trial)
    public void generate() {
        for (MarketEvent event : MarketGenerator.of(MarketInputs.market(1))) {
            events.add(event);
            if (events.size() == EVENTS) {
                break;
            }
        }
        MarketEvent first = events.get(0);
        MarketEvent last = events.get(EVENTS - 1);
        span = last.eventTimeNanos - first.eventTimeNanos + GAP_NANOS;
        sequences = EVENTS;
    }

    /** The next event: the same object as a lap before, changed. */
    public MarketEvent next() {
        MarketEvent event = events.get(next);
        if (repeated) {
            event.eventTimeNanos += span;
            event.receiveTimeNanos += span;
            if (event.kind == EventKind.TRADE) {
                event.id += sequences;
            } else {
                event.firstSequence += sequences;
                event.lastSequence += sequences;
            }
        }
        next++;
        if (next == EVENTS) {
            next = 0;
            repeated = true;
        }
        return event;
    }
}
