package io.bookpulse.codec.ticks;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.TextLine;
import io.bookpulse.core.event.MarketEvent;
import java.util.function.Consumer;

/** Decodes one CSV file of quotes and trades. */
public final class TicksDecoder implements LineDecoder {
    private final String source;

    /** Creates the decoder of the file with that name. */
    public TicksDecoder(String source) {
        this.source = source;
    }

    @Override
    public void decode(TextLine line, Consumer<Decoded> out) {
        MarketEvent event = new MarketEvent();
        event.source = source;
        out.accept(Decoded.of(event));
    }

    @Override
    public void finish(Consumer<Decoded> out) {}
}
