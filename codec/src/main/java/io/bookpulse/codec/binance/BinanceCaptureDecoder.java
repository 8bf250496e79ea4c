package io.bookpulse.codec.binance;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.TextLine;
import io.bookpulse.core.event.MarketEvent;
import java.util.function.Consumer;

/** Decodes one capture of Binance WebSocket streams. */
public final class BinanceCaptureDecoder implements LineDecoder {
    private final String source;

    /** Creates the decoder of the file with that name. */
    public BinanceCaptureDecoder(String source) {
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
