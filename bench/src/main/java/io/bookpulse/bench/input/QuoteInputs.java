package io.bookpulse.bench.input;

import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.book.Book;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.book.WaitingEvents;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.MarketGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The generated market as most programs take it: best quotes and trades. Every change of a book
 * becomes the best quote after it.
 */
public final class QuoteInputs {
    private static final WaitingEvents NOTHING_WAITS = (event, result) -> {};

    private QuoteInputs() {}

    /** Writes the first quotes and trades of the market into one file in our binary form. */
    public static MarketInput write(Path folder, MarketSize size) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve("quotes.avro");
        Book book = new Book(BookParameters.defaults());
        Map<String, BookState> books = new HashMap<>();
        long count = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                MarketEventFileWriter writer = MarketEventFileWriter.uncompressed(out)) {
            for (MarketEvent event : MarketGenerator.of(MarketInputs.market(size))) {
                MarketEvent told = event;
                if (event.isBook()) {
                    BookState state =
                            books.computeIfAbsent(event.instrument, name -> book.newState());
                    book.apply(state, event, NOTHING_WAITS);
                    told = quote(event, state);
                }
                writer.write(told);
                if (++count == size.events()) {
                    break;
                }
            }
        }
        return new MarketInput(FeedFormat.BOOKPULSE, folder, List.of(path), count);
    }

    private static MarketEvent quote(MarketEvent event, BookState state) {
        MarketEvent quote = new MarketEvent();
        quote.kind = EventKind.BEST_QUOTE;
        quote.instrument = event.instrument;
        quote.eventTimeNanos = event.eventTimeNanos;
        quote.receiveTimeNanos = event.receiveTimeNanos;
        quote.firstSequence = event.lastSequence;
        quote.lastSequence = event.lastSequence;
        quote.source = event.source;
        quote.sourcePosition = event.sourcePosition;
        quote.bidPricesE8 = new long[] {state.bestBidPriceE8()};
        quote.bidSizesE8 = new long[] {state.bestBidSizeE8()};
        quote.askPricesE8 = new long[] {state.bestAskPriceE8()};
        quote.askSizesE8 = new long[] {state.bestAskSizeE8()};
        return quote;
    }
}
