package io.bookpulse.codec.avro;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SequenceRule;
import java.util.SplittableRandom;

/** Seeded events with numbers of every magnitude in every field. */
final class RandomEvents {
    private final SplittableRandom random;

    RandomEvents(long seed) {
        random = new SplittableRandom(seed);
    }

    MarketEvent next() {
        MarketEvent event = new MarketEvent();
        event.instrument = "venue:S" + random.nextInt(1000) + (random.nextInt(20) == 0 ? "日本" : "");
        event.kind = EventKind.of(random.nextInt(EventKind.values().length));
        event.sequenceRule = SequenceRule.of(random.nextInt(SequenceRule.values().length));
        event.eventTimeNanos = positive();
        event.receiveTimeNanos = any();
        event.firstSequence = any();
        event.lastSequence = any();
        event.previousSequence = any();
        event.source = "file" + random.nextInt(10) + ".gz";
        event.sourcePosition = any();
        int bids = random.nextInt(30);
        int asks = random.nextInt(200) == 0 ? 5_000 : random.nextInt(3);
        event.bidPricesE8 = positives(bids);
        event.bidSizesE8 = positives(bids);
        event.askPricesE8 = positives(asks);
        event.askSizesE8 = positives(asks);
        event.priceE8 = positive();
        event.sizeE8 = positive();
        event.side = (byte) (random.nextInt(3) - 1);
        event.id = any();
        event.offBook = random.nextBoolean();
        return event;
    }

    private long[] positives(int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = positive();
        }
        return values;
    }

    private long positive() {
        return (any() >>> 1) | 1;
    }

    private long any() {
        return random.nextLong() >> random.nextInt(64);
    }
}
