package io.bookpulse.codec;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import org.jspecify.annotations.Nullable;

/** One decoded input with the place where it entered: an event or a reject, never both. */
public final class Decoded {
    /** The file's name or {@code topic/partition} that the bytes came from. */
    public String split = "";

    /** Line (from 1 over decompressed text), record number (from 1) or offset in the split. */
    public long position = MarketEvent.UNKNOWN;

    /** What happened, or null if the input is rejected. */
    public @Nullable MarketEvent event;

    /** Why the input cannot be used, or null if it is an event. */
    public @Nullable Reject reject;

    /** Returns an event with the place that it carries. */
    public static Decoded of(MarketEvent event) {
        Decoded decoded = new Decoded();
        decoded.split = event.source;
        decoded.position = event.sourcePosition;
        decoded.event = event;
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
        Reject refused = reject;
        return refused == null ? MarketEvent.UNKNOWN : refused.eventTimeNanos;
    }

    @Override
    public String toString() {
        return String.valueOf(event == null ? reject : event);
    }
}
