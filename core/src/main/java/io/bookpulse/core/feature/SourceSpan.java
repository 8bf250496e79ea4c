package io.bookpulse.core.feature;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SourceText;

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
        if (!lastSource.equals(event.source)) { // writing references costs collectors something
            lastSource = event.source;
        }
        lastPosition = event.sourcePosition;
        if (empty) {
            if (!firstSource.equals(lastSource)) {
                firstSource = lastSource;
            }
            firstPosition = lastPosition;
            empty = false;
        }
    }

    /** Begins anew; until the next event, the last one before stands for both ends. */
    public void restart() {
        if (!firstSource.equals(lastSource)) {
            firstSource = lastSource;
        }
        firstPosition = lastPosition;
        empty = true;
    }

    /** Writes both ends to a sample. O(1), allocation-free. */
    void write(Sample sample) {
        sample.firstSource = firstSource;
        sample.firstPosition = firstPosition;
        sample.lastSource = lastSource;
        sample.lastPosition = lastPosition;
    }

    /** Position of the first event, {@code source:position}; empty before any event. */
    public String from() {
        return SourceText.of(firstSource, firstPosition);
    }

    /** Position of the last event, {@code source:position}; empty before any event. */
    public String to() {
        return SourceText.of(lastSource, lastPosition);
    }
}
