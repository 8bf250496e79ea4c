package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The quotes of an input. */
final class Quotes {
    private Quotes() {}

    /** Gives away each quote in the order of the input. */
    static void forEach(MarketInput input, Consumer<MarketEvent> out) throws IOException {
        for (FeedFile file : input.feedFiles()) {
            try (FeedReader reader =
                    FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
                for (Decoded next = reader.next(); next != null; next = reader.next()) {
                    MarketEvent event = next.event;
                    if (event != null && QuoteRow.isQuote(event)) {
                        out.accept(event);
                    }
                }
            }
        }
    }
}
