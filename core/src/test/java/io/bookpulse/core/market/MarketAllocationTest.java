package io.bookpulse.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketAllocationTest {
    private static final int EVENTS = 200_000;
    private static final MarketOutput NOWHERE =
            new MarketOutput() {
                @Override
                public void sample(Sample sample) {}

                @Override
                public void transition(Transition transition) {}

                @Override
                public void bar(Bar bar) {}

                @Override
                public void reject(MarketEvent event, RejectReason reason, String detail) {}

                @Override
                public void accepted() {}

                @Override
                public void conflated() {}

                @Override
                public void gap() {}
            };

    /** 5,000 events a second for 40 s, one in four a trade; samples included. */
    @Test
    void allocatesNothingPerEvent() {
        Market market = new Market(MarketParameters.defaults());
        MarketState state = market.newState();
        List<MarketEvent> events = events();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (MarketEvent event : events.subList(0, EVENTS / 2)) {
            market.update(state, event, NOWHERE);
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (MarketEvent event : events.subList(EVENTS / 2, EVENTS)) {
            market.update(state, event, NOWHERE);
        }
        double perEvent = (threads.getThreadAllocatedBytes(thread) - before) / (EVENTS / 2.0);

        assertThat(state.accepted).isEqualTo(EVENTS);
        assertThat(perEvent).as("bytes an event").isLessThan(2);
    }

    private static List<MarketEvent> events() {
        List<MarketEvent> events = new ArrayList<>();
        EventBuilder snapshot = Events.snapshot().spot(1, 1);
        for (int i = 0; i < 20; i++) {
            snapshot.bidE8(10_000_000_000L - i * 1_000_000L, 500_000_000L);
            snapshot.askE8(10_001_000_000L + i * 1_000_000L, 500_000_000L);
        }
        events.add(snapshot.build());
        for (int i = 1; i < EVENTS; i++) {
            EventBuilder event =
                    i % 4 == 0
                            ? Events.trade().id(i).buy()
                            : Events.delta()
                                    .spot(1 + i, 1 + i)
                                    .bidE8(10_000_000_000L, 100_000_000L + i);
            events.add(event.atNanos(i * 200_000L).position(i).build());
        }
        return renumbered(events);
    }

    /** Gives the book events consecutive sequence numbers. */
    private static List<MarketEvent> renumbered(List<MarketEvent> events) {
        long sequence = 1;
        for (MarketEvent event : events) {
            if (event.isBook()) {
                event.firstSequence = sequence;
                event.lastSequence = sequence++;
            }
        }
        return events;
    }
}
