package io.bookpulse.simulation.market;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One instrument's feed: its market's events in order of arrival, with the feed's faults. */
final class FeedChannel {
    /** Arrival of the event that does not exist. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long LATENCY = 2_000_000;
    private static final double JITTER = 1e6;

    private final InstrumentMarket market;
    private final List<FeedFault> faults;
    private final RandomGenerator latency;
    private final PriorityQueue<Arrival> delayed =
            new PriorityQueue<>(Comparator.comparingLong(Arrival::timeNanos));
    private @Nullable MarketEvent ahead;
    private long aheadArrival;
    private int fault;
    private long toLose;
    private long duplicateDelay;
    private long reorderDelay;
    private long lateDelay;
    private long clockError;

    private record Arrival(long timeNanos, MarketEvent event) {}

    FeedChannel(MarketGeneratorParameters parameters, int number) {
        this.market = new InstrumentMarket(parameters, number);
        this.faults = market.plan().faults();
        this.latency = new Generators(parameters.seed(), number).of("latency");
        fetch();
    }

    /** When the next event arrives, ns since epoch UTC, or {@link #NEVER}. */
    long arrival() {
        Arrival first = delayed.peek();
        return first == null ? aheadArrival : Math.min(first.timeNanos(), aheadArrival);
    }

    /** The next event to arrive; there must be one. */
    MarketEvent next() {
        Arrival first = delayed.peek();
        if (ahead == null || (first != null && first.timeNanos() < aheadArrival)) {
            Arrival arrival = delayed.remove();
            arrival.event().receiveTimeNanos = arrival.timeNanos() + clockError;
            return arrival.event();
        }
        MarketEvent event = ahead;
        event.receiveTimeNanos = aheadArrival + clockError;
        fetch();
        return event;
    }

    /** Takes events from the market until one arrives in its turn. */
    private void fetch() {
        ahead = null;
        while (ahead == null) {
            MarketEvent event = market.next();
            if (event == null) {
                aheadArrival = NEVER;
                return;
            }
            startFaults(event.eventTimeNanos);
            if (!isLost(event)) {
                deliver(event);
            }
        }
    }

    private void startFaults(long time) {
        while (fault < faults.size() && faults.get(fault).timeNanos() <= time) {
            FeedFault next = faults.get(fault++);
            switch (next.type()) {
                case SEQUENCE_GAP -> toLose = next.value();
                case DUPLICATE -> duplicateDelay = next.value();
                case REORDER -> reorderDelay = next.value();
                case LATE -> lateDelay = next.value();
                default -> clockError = next.value();
            }
        }
    }

    private boolean isLost(MarketEvent event) {
        if (event.kind == EventKind.BOOK_SNAPSHOT) {
            toLose = 0;
        }
        boolean lost = event.kind == EventKind.BOOK_DELTA && toLose > 0;
        toLose -= lost ? 1 : 0;
        return lost;
    }

    private void deliver(MarketEvent event) {
        long time = event.eventTimeNanos + LATENCY + (long) (JITTER * latency.nextExponential());
        long arrival = Math.max(aheadArrival, time);
        if (duplicateDelay > 0) {
            delayed.add(new Arrival(arrival + duplicateDelay, copy(event)));
            duplicateDelay = 0;
        }
        if (event.kind == EventKind.BOOK_DELTA && reorderDelay > 0) {
            delayed.add(new Arrival(arrival + reorderDelay, event));
            reorderDelay = 0;
        } else if (event.kind == EventKind.TRADE && lateDelay > 0) {
            delayed.add(new Arrival(arrival + lateDelay, event));
            lateDelay = 0;
        } else {
            ahead = event;
            aheadArrival = arrival;
        }
    }

    /** The same message again: the arrays are shared, the receiver only reads. */
    private static MarketEvent copy(MarketEvent event) {
        MarketEvent copy = new MarketEvent();
        copy.instrument = event.instrument;
        copy.kind = event.kind;
        copy.sequenceRule = event.sequenceRule;
        copy.eventTimeNanos = event.eventTimeNanos;
        copy.firstSequence = event.firstSequence;
        copy.lastSequence = event.lastSequence;
        copy.source = event.source;
        copy.bidPricesE8 = event.bidPricesE8;
        copy.bidSizesE8 = event.bidSizesE8;
        copy.askPricesE8 = event.askPricesE8;
        copy.askSizesE8 = event.askSizesE8;
        copy.priceE8 = event.priceE8;
        copy.sizeE8 = event.sizeE8;
        copy.side = event.side;
        copy.id = event.id;
        return copy;
    }
}
