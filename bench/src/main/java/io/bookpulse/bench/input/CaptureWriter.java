package io.bookpulse.bench.input;

import io.bookpulse.core.event.MarketEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Writes generated events as a capture of Binance's spot streams, as their web socket sends them:
 * what reading JSON costs is then measured on lines of the usual size.
 */
final class CaptureWriter implements MarketFileWriter {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int DECIMALS = 8;

    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder();

    CaptureWriter(BufferedWriter out) {
        this.out = out;
    }

    @Override
    public void write(MarketEvent event) throws IOException {
        line.setLength(0);
        append(line, event);
        out.append(line).append('\n');
    }

    /** Appends the event's line, without its end. */
    static void append(StringBuilder line, MarketEvent event) {
        String symbol = event.instrument.substring(event.instrument.indexOf(':') + 1);
        long millis = event.eventTimeNanos / NANOS_PER_MILLI;
        String stream = symbol.toLowerCase(Locale.ROOT);
        line.append(event.receiveTimeNanos).append(" {\"stream\":\"").append(stream);
        switch (event.kind) {
            case BOOK_SNAPSHOT -> snapshot(line, event);
            case BOOK_DELTA -> delta(line, event, symbol, millis);
            case TRADE -> trade(line, event, symbol, millis);
            default ->
                    throw new IllegalArgumentException("no stream of a capture has " + event.kind);
        }
        line.append("}}");
    }

    private static void snapshot(StringBuilder line, MarketEvent event) {
        line.append("@depth\",\"data\":{\"lastUpdateId\":").append(event.lastSequence);
        levels(line, "bids", event.bidPricesE8, event.bidSizesE8);
        levels(line, "asks", event.askPricesE8, event.askSizesE8);
    }

    private static void delta(StringBuilder line, MarketEvent event, String symbol, long millis) {
        line.append("@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":").append(millis);
        line.append(",\"s\":\"").append(symbol).append("\",\"U\":").append(event.firstSequence);
        line.append(",\"u\":").append(event.lastSequence);
        levels(line, "b", event.bidPricesE8, event.bidSizesE8);
        levels(line, "a", event.askPricesE8, event.askSizesE8);
    }

    private static void trade(StringBuilder line, MarketEvent event, String symbol, long millis) {
        line.append("@trade\",\"data\":{\"e\":\"trade\",\"E\":").append(millis);
        line.append(",\"s\":\"").append(symbol).append("\",\"t\":").append(event.id);
        line.append(",\"p\":\"").append(decimal(event.priceE8));
        line.append("\",\"q\":\"").append(decimal(event.sizeE8));
        line.append("\",\"T\":").append(millis).append(",\"m\":");
        line.append(event.side == MarketEvent.SELL).append(",\"M\":true");
    }

    private static void levels(StringBuilder line, String name, long[] prices, long[] sizes) {
        line.append(",\"").append(name).append("\":[");
        for (int i = 0; i < prices.length; i++) {
            line.append(i == 0 ? "[\"" : ",[\"").append(decimal(prices[i])).append("\",\"");
            line.append(decimal(sizes[i])).append("\"]");
        }
        line.append(']');
    }

    /** As the venue writes it: eight decimals. */
    private static String decimal(long valueE8) {
        return BigDecimal.valueOf(valueE8, DECIMALS).toPlainString();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
