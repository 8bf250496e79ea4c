package io.bookpulse.bench.input;

import io.bookpulse.core.event.MarketEvent;

/** Generated events as lines of a capture. */
public final class CaptureLines {
    private CaptureLines() {}

    /** The event's line, without its end. */
    public static String of(MarketEvent event) {
        StringBuilder line = new StringBuilder();
        CaptureWriter.append(line, event);
        return line.toString();
    }
}
