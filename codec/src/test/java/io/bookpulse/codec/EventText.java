package io.bookpulse.codec;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import java.util.ArrayList;
import java.util.List;

/** Decoded values as text, a line each, with every field that its kind carries. */
public final class EventText {
    private EventText() {}

    public static String of(List<Decoded> decoded) {
        StringBuilder text = new StringBuilder();
        for (Decoded one : decoded) {
            text.append(one.split).append(':').append(one.position).append(' ');
            text.append(one.event == null ? of(one.reject) : of(one.event)).append('\n');
        }
        return text.toString();
    }

    public static String of(MarketEvent event) {
        String head =
                event.kind
                        + " "
                        + event.instrument
                        + " t="
                        + event.eventTimeNanos
                        + " r="
                        + event.receiveTimeNanos
                        + " seq="
                        + event.firstSequence
                        + ".."
                        + event.lastSequence
                        + " after "
                        + event.previousSequence
                        + " "
                        + event.sequenceRule;
        return event.isBook()
                ? head
                        + " bids="
                        + levels(event.bidPricesE8, event.bidSizesE8)
                        + " asks="
                        + levels(event.askPricesE8, event.askSizesE8)
                : head
                        + " id="
                        + event.id
                        + " price="
                        + event.priceE8
                        + " size="
                        + event.sizeE8
                        + " side="
                        + event.side
                        + (event.offBook ? " off-book" : "");
    }

    private static String of(Reject reject) {
        return "REJECT "
                + reject.reason
                + " '"
                + reject.instrument
                + "' t="
                + reject.eventTimeNanos
                + " r="
                + reject.receiveTimeNanos
                + " bytes="
                + reject.payloadLength
                + ": "
                + reject.detail;
    }

    private static List<String> levels(long[] prices, long[] sizes) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            levels.add(prices[i] + "x" + sizes[i]);
        }
        return levels;
    }
}
