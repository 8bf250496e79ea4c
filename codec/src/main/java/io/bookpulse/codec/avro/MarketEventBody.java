package io.bookpulse.codec.avro;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.SequenceRule;
import org.jspecify.annotations.Nullable;

/** The fields of a market event in the order of {@code market-event.avsc}, written by hand. */
final class MarketEventBody {
    private static final int KINDS = EventKind.values().length;
    private static final int RULES = SequenceRule.values().length;

    private MarketEventBody() {}

    static void write(MarketEvent event, AvroOutput out) {
        out.text(event.instrument);
        out.number(event.kind.ordinal());
        out.number(event.sequenceRule.ordinal());
        out.number(event.eventTimeNanos);
        out.number(event.receiveTimeNanos);
        out.number(event.firstSequence);
        out.number(event.lastSequence);
        out.number(event.previousSequence);
        out.text(event.source);
        out.number(event.sourcePosition);
        out.numbers(event.bidPricesE8);
        out.numbers(event.bidSizesE8);
        out.numbers(event.askPricesE8);
        out.numbers(event.askSizesE8);
        out.number(event.priceE8);
        out.number(event.sizeE8);
        out.number(event.side);
        out.number(event.id);
        out.raw(event.offBook ? 1 : 0);
    }

    /** Reads an event; it means nothing if the input has failed afterwards. */
    static MarketEvent read(AvroInput in) {
        MarketEvent event = new MarketEvent();
        event.instrument = in.text();
        event.kind = EventKind.of(in.symbol(KINDS));
        event.sequenceRule = SequenceRule.of(in.symbol(RULES));
        event.eventTimeNanos = in.number();
        event.receiveTimeNanos = in.number();
        event.firstSequence = in.number();
        event.lastSequence = in.number();
        event.previousSequence = in.number();
        event.source = in.text();
        event.sourcePosition = in.number();
        event.bidPricesE8 = in.numbers();
        event.bidSizesE8 = in.numbers();
        event.askPricesE8 = in.numbers();
        event.askSizesE8 = in.numbers();
        event.priceE8 = in.number();
        event.sizeE8 = in.number();
        event.side = (byte) Math.max(-1, Math.min(1, in.number()));
        event.id = in.number();
        event.offBook = in.flag();
        return event;
    }

    /** Returns why a well-formed event cannot be true, or null. */
    static @Nullable RejectReason fault(MarketEvent event) {
        if (event.instrument.isEmpty()
                || event.bidPricesE8.length != event.bidSizesE8.length
                || event.askPricesE8.length != event.askSizesE8.length) {
            return RejectReason.MALFORMED;
        }
        if (event.eventTimeNanos <= 0) {
            return RejectReason.BAD_TIME;
        }
        boolean trade = event.kind == EventKind.TRADE;
        boolean good =
                isAbove(0, event.bidPricesE8)
                        && isAbove(0, event.askPricesE8)
                        && isAbove(-1, event.bidSizesE8)
                        && isAbove(-1, event.askSizesE8)
                        && (!trade || (event.priceE8 > 0 && event.sizeE8 > 0));
        return good ? null : RejectReason.BAD_LEVEL;
    }

    private static boolean isAbove(long limit, long[] values) {
        for (long value : values) {
            if (value <= limit) {
                return false;
            }
        }
        return true;
    }
}
