package io.bookpulse.codec;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import org.jspecify.annotations.Nullable;

/** One decoded input with the place where it entered: an event, a bar or a reject, only one. */
public final class Decoded {
    /** The file's name or {@code topic/partition} that the bytes came from. */
    public String split = "";

    /** Line (from 1 over decompressed text), record number (from 1) or offset in the split. */
    public long position = MarketEvent.UNKNOWN;

    /** What happened, or null if the input is rejected. */
    public @Nullable MarketEvent event;

    /** A bar that a venue published, its features of the bars before not yet set; or null. */
    public @Nullable Bar bar;

    /** Why the input cannot be used, or null if it can. */
    public @Nullable Reject reject;

    /** Returns an event with the place that it carries. */
    public static Decoded of(MarketEvent event) {
        Decoded decoded = new Decoded();
        decoded.split = event.source;
        decoded.position = event.sourcePosition;
        decoded.event = event;
        return decoded;
    }

    /**
     * Returns a bar with the place where it entered, which becomes its source.
     *
     * @param split the file's name
     * @param position its line
     */
    public static Decoded of(Bar bar, String split, long position) {
        Decoded decoded = new Decoded();
        decoded.split = split;
        decoded.position = position;
        decoded.bar = bar;
        bar.sourceFrom = split + ":" + position;
        bar.sourceTo = bar.sourceFrom;
        return decoded;
    }

    /** Returns a reject with the place that it carries. */
    public static Decoded of(Reject reject) {
        Decoded decoded = new Decoded();
        decoded.split = reject.source;
        decoded.position = reject.sourcePosition;
        decoded.reject = reject;
        return decoded;
    }

    /** Exchange time, ns since epoch UTC; {@link MarketEvent#UNKNOWN} for a reject without one. */
    public long eventTimeNanos() {
        MarketEvent known = event;
        if (known != null) {
            return known.eventTimeNanos;
        }
        Bar published = bar;
        if (published != null) {
            return published.endNanos();
        }
        Reject refused = reject;
        return refused == null ? MarketEvent.UNKNOWN : refused.eventTimeNanos;
    }

    @Override
    public String toString() {
        return String.valueOf(event != null ? event : bar != null ? bar : reject);
    }
}
