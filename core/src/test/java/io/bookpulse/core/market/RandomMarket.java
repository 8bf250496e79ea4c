package io.bookpulse.core.market;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded events of one instrument: quotes and trades, with silences of every length. */
final class RandomMarket {
    static final long START_NANOS = 1_723_075_200_000_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final long TICK_E8 = 1_000_000L;

    private final RandomGenerator random;
    private long timeNanos = START_NANOS + 123_456_789L;
    private long bidTicks = 6_000_000;
    private long position;
    private long bookTicks = bidTicks;
    private long lastTradeId = 1;

    RandomMarket(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Quotes and trades with known aggressors. */
    List<MarketEvent> quotesAndTrades(int count) {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            step();
            events.add(random.nextInt(3) == 0 ? trade(true) : quote());
        }
        return events;
    }

    /** Snapshots of some levels, diffs with lost numbers, crossed books, duplicate trades. */
    List<MarketEvent> depthAndTrades(int count) {
        List<MarketEvent> events = new ArrayList<>();
        long sequence = 10;
        for (int i = 0; i < count; i++) {
            step();
            int kind = random.nextInt(20);
            if (kind < 4) {
                events.add(trade(false));
            } else if (kind == 4) {
                events.add(levels(Events.snapshot().spot(sequence, sequence)));
            } else if (kind == 5) {
                events.add(quote());
            } else {
                long first = random.nextInt(200) == 0 ? sequence + 3 : sequence + 1;
                sequence = first + random.nextInt(2);
                events.add(change(Events.delta().spot(first, sequence)));
            }
        }
        return events;
    }

    private void step() {
        int kind = random.nextInt(400);
        if (kind == 0) {
            timeNanos += random.nextLong(20 * SECOND);
        } else if (kind == 1) {
            timeNanos = (timeNanos / SECOND + 1) * SECOND;
        } else if (kind > 20) {
            timeNanos += random.nextLong(SECOND * 6 / 10);
        }
        bidTicks += random.nextInt(5) - 2;
    }

    private MarketEvent quote() {
        return at(
                Events.quote()
                        .bidE8(bidTicks * TICK_E8, size())
                        .askE8((bidTicks + 1 + random.nextInt(4)) * TICK_E8, size()));
    }

    private MarketEvent trade(boolean sided) {
        int side = random.nextInt(2) * 2 - 1;
        EventBuilder trade = Events.trade().side((byte) (sided || side > 0 ? side : 0));
        MarketEvent event = at(trade);
        event.priceE8 = (bidTicks + random.nextInt(4)) * TICK_E8;
        event.sizeE8 = size();
        event.id = !sided && random.nextInt(50) == 0 ? lastTradeId : position;
        lastTradeId = event.id;
        return event;
    }

    private MarketEvent levels(EventBuilder builder) {
        int levels = random.nextInt(14);
        bookTicks = bidTicks;
        for (int i = 0; i < levels; i++) {
            builder.bidE8((bidTicks - i) * TICK_E8, size());
            builder.askE8((bidTicks + 1 + i) * TICK_E8, size());
        }
        return at(builder);
    }

    /** Changes around the last snapshot's prices; one in a hundred crosses the book. */
    private MarketEvent change(EventBuilder builder) {
        int shift = random.nextInt(100) == 0 ? 4 : 0;
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            builder.bidE8((bookTicks + shift - random.nextInt(12)) * TICK_E8, sizeOrNone());
            builder.askE8((bookTicks + 1 + random.nextInt(12)) * TICK_E8, sizeOrNone());
        }
        return at(builder);
    }

    private long sizeOrNone() {
        return random.nextInt(3) == 0 ? 0 : size();
    }

    private MarketEvent at(EventBuilder builder) {
        return builder.atNanos(timeNanos).position(++position).build();
    }

    private long size() {
        return 1 + random.nextLong(500_000_000L);
    }
}
