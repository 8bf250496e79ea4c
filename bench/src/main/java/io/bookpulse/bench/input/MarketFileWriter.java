package io.bookpulse.bench.input;

import io.bookpulse.core.event.MarketEvent;
import java.io.Closeable;
import java.io.IOException;

/** Writes events into one file of some format. */
interface MarketFileWriter extends Closeable {
    /** Appends one event. */
    void write(MarketEvent event) throws IOException;
}
