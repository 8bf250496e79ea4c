package io.bookpulse.core.event;

import java.util.Arrays;

/** Builds one {@link MarketEvent} for a test; see {@link Events}. */
public final class EventBuilder {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final MarketEvent event = new MarketEvent();

    EventBuilder(EventKind kind) {
        event.kind = kind;
        event.instrument = Events.INSTRUMENT;
        event.source = "test";
        event.sourcePosition = 1;
    }

    public EventBuilder instrument(String instrument) {
        event.instrument = instrument;
        return this;
    }

    public EventBuilder atMillis(long millis) {
        return atNanos(millis * NANOS_PER_MILLI);
    }

    public EventBuilder atSeconds(long seconds) {
        return atMillis(seconds * 1000);
    }

    public EventBuilder atNanos(long nanos) {
        event.eventTimeNanos = nanos;
        return this;
    }

    public EventBuilder receivedAtMillis(long millis) {
        event.receiveTimeNanos = millis * NANOS_PER_MILLI;
        return this;
    }

    public EventBuilder source(String source, long position) {
        event.source = source;
        event.sourcePosition = position;
        return this;
    }

    public EventBuilder position(long position) {
        event.sourcePosition = position;
        return this;
    }

    public EventBuilder rule(SequenceRule rule) {
        event.sequenceRule = rule;
        return this;
    }

    /** One sequence number: first and last are the same. */
    public EventBuilder sequence(long sequence) {
        return sequences(sequence, sequence);
    }

    public EventBuilder sequences(long first, long last) {
        event.firstSequence = first;
        event.lastSequence = last;
        return this;
    }

    /** Binance spot: {@code U} to {@code u}. */
    public EventBuilder spot(long first, long last) {
        return rule(SequenceRule.BINANCE_SPOT).sequences(first, last);
    }

    /** Binance USD-M: {@code pu}, then {@code U} to {@code u}. */
    public EventBuilder futures(long previous, long first, long last) {
        event.previousSequence = previous;
        return rule(SequenceRule.BINANCE_FUTURES).sequences(first, last);
    }

    /** Adds a bid level. */
    public EventBuilder bid(String price, String size) {
        return bidE8(Events.e8(price), Events.e8(size));
    }

    /** Adds an ask level. */
    public EventBuilder ask(String price, String size) {
        return askE8(Events.e8(price), Events.e8(size));
    }

    public EventBuilder bidE8(long priceE8, long sizeE8) {
        event.bidPricesE8 = append(event.bidPricesE8, priceE8);
        event.bidSizesE8 = append(event.bidSizesE8, sizeE8);
        return this;
    }

    public EventBuilder askE8(long priceE8, long sizeE8) {
        event.askPricesE8 = append(event.askPricesE8, priceE8);
        event.askSizesE8 = append(event.askSizesE8, sizeE8);
        return this;
    }

    /** Adds bid levels, each {@code price x size}: {@code bids("100x5", "99.99x8")}. */
    public EventBuilder bids(String... levels) {
        for (String level : levels) {
            String[] parts = level.split("x", 2);
            bid(parts[0].trim(), parts[1].trim());
        }
        return this;
    }

    /** Adds ask levels, each {@code price x size}. */
    public EventBuilder asks(String... levels) {
        for (String level : levels) {
            String[] parts = level.split("x", 2);
            ask(parts[0].trim(), parts[1].trim());
        }
        return this;
    }

    public EventBuilder buy() {
        return side(MarketEvent.BUY);
    }

    public EventBuilder sell() {
        return side(MarketEvent.SELL);
    }

    public EventBuilder side(byte side) {
        event.side = side;
        return this;
    }

    public EventBuilder price(String price) {
        event.priceE8 = Events.e8(price);
        return this;
    }

    public EventBuilder size(String size) {
        event.sizeE8 = Events.e8(size);
        return this;
    }

    public EventBuilder id(long id) {
        event.id = id;
        return this;
    }

    public EventBuilder offBook() {
        event.offBook = true;
        return this;
    }

    /** The event; the builder must not be used again. */
    public MarketEvent build() {
        return event;
    }

    private static long[] append(long[] values, long value) {
        long[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }
}
