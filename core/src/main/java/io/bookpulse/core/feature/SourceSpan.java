package io.bookpulse.core.feature;

import io.bookpulse.core.event.MarketEvent;

/**
 * Where the events since the last sample came from. Holds references and numbers only; the text is
 * built when it is asked for.
 */
public final class SourceSpan {
    public String firstSource = "";
    public long firstPosition = MarketEvent.UNKNOWN;
    public String lastSource = "";
    public long lastPosition = MarketEvent.UNKNOWN;

    /** Whether no event came since the last sample. */
    public boolean empty = true;

    /** Takes in an event. O(1), allocation-free. */
    public void add(MarketEvent event) {
        lastSource = event.source;
        lastPosition = event.sourcePosition;
        if (empty) {
            firstSource = lastSource;
            firstPosition = lastPosition;
            empty = false;
        }
    }

    /** Begins anew; until the next event, the last one before stands for both ends. */
    public void restart() {
        firstSource = lastSource;
        firstPosition = lastPosition;
        empty = true;
    }

    /** Position of the first event, {@code source:position}; empty before any event. */
    public String from() {
        return firstSource.isEmpty() ? "" : firstSource + ":" + firstPosition;
    }

    /** Position of the last event, {@code source:position}; empty before any event. */
    public String to() {
        return lastSource.isEmpty() ? "" : lastSource + ":" + lastPosition;
    }
}
