package io.bookpulse.codec.binance;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Decodes one capture of Binance WebSocket streams: a line is the receive time in ns, a space, and
 * the raw JSON of the combined stream, of a bare message, or of a REST depth snapshot. The older
 * {@code seconds: json} and lines without a receive time are read too.
 *
 * <p>depthUpdate becomes BOOK_DELTA, the REST snapshot BOOK_SNAPSHOT, bookTicker BEST_QUOTE, trade
 * and aggTrade TRADE; anything else is a reject. Spot instruments are {@code binance:SYMBOL}, USD-M
 * futures {@code binance-usdm:SYMBOL}; the line itself tells which.
 *
 * <ul>
 *   <li>Exchange time: spot depthUpdate {@code E}, otherwise {@code T}. Spot tickers and snapshots
 *       have none: they take the largest exchange time that this file has told for the instrument;
 *       before the first such time they wait for it. Receive time is another clock and never used.
 *   <li>A snapshot without a symbol belongs to the one instrument that the file has told for its
 *       market so far, or to the first that comes; with several it is a reject.
 *   <li>Of trade and aggTrade, which tell the same trades, an instrument's first one in the file
 *       counts; the other is rejected as DUPLICATE.
 *   <li>A futures print whose {@code X} is not MARKET is marked off-book.
 * </ul>
 *
 * <p>Source: Binance API documentation, spot and USD-M web socket streams. Cost: O(line); allocates
 * the event and its arrays, for unusual lines also a JSON parser. Memory: bounded by instruments
 * and waiting lines.
 */
public final class BinanceCaptureDecoder implements LineDecoder {
    /** No clock fault explains a receive time further than this from the exchange's: one day. */
    static final long CLOCK_FAULT_NANOS = 86_400_000_000_000L;

    private final String source;
    private final BinanceJson json = new BinanceJson();
    private final BinanceMessage message = new BinanceMessage();
    private final ReceivePrefix prefix = new ReceivePrefix();
    private final Sessions spot = new Sessions("binance:");
    private final Sessions futures = new Sessions("binance-usdm:");

    /** Creates the decoder of the file with that name. */
    public BinanceCaptureDecoder(String source) {
        this.source = source;
    }

    @Override
    public void decode(TextLine line, Consumer<Decoded> out) {
        message.clear();
        if (!prefix.read(line)) {
            message.fail(RejectReason.MALFORMED, "no receive time and JSON object");
            reject(line, MarketEvent.UNKNOWN, out);
            return;
        }
        json.read(line.buffer, line.offset + prefix.length, line.length - prefix.length, message);
        boolean isFutures = BinanceMeaning.isFutures(message);
        MarketEvent event = BinanceMeaning.read(message, isFutures);
        checkClock(event);
        if (message.problem != null) {
            reject(line, event.eventTimeNanos, out);
            return;
        }
        event.receiveTimeNanos = prefix.nanos;
        event.source = source;
        event.sourcePosition = line.number;
        place(line, event, isFutures ? futures : spot, out);
    }

    @Override
    public void finish(Consumer<Decoded> out) {
        spot.finish(out);
        futures.finish(out);
    }

    private void place(TextLine line, MarketEvent event, Sessions sessions, Consumer<Decoded> out) {
        String symbol = message.symbol.isEmpty() ? streamSymbol(message.stream) : message.symbol;
        Session session = symbol.isEmpty() ? sessions.only() : sessions.of(symbol, out);
        if (session == null) {
            placeUnnamed(line, event, sessions, out);
            return;
        }
        event.instrument = session.instrument;
        if (isCountedElsewhere(session)) {
            message.fail(
                    RejectReason.DUPLICATE,
                    "this file tells the instrument's trades as " + session.tradeType);
            reject(line, event.eventTimeNanos, out);
        } else if (!sessions.accept(session, event, out)) {
            sessions.await(session.waiting, waiting(line, event, "no exchange time"), out);
        }
    }

    private void placeUnnamed(
            TextLine line, MarketEvent event, Sessions sessions, Consumer<Decoded> out) {
        if (sessions.isEmpty()) {
            sessions.await(sessions.unnamed, waiting(line, event, "no instrument"), out);
            return;
        }
        String why =
                message.symbol.isEmpty()
                        ? "names no symbol, and the file has several instruments"
                        : "the file has too many instruments";
        message.fail(RejectReason.MALFORMED, why);
        reject(line, event.eventTimeNanos, out);
    }

    private boolean isCountedElsewhere(Session session) {
        boolean trade = message.type.equals("trade") || message.type.equals("aggTrade");
        if (trade && session.tradeType.isEmpty()) {
            session.tradeType = message.type;
        }
        return trade && !session.tradeType.equals(message.type);
    }

    private void checkClock(MarketEvent event) {
        boolean known =
                event.eventTimeNanos != MarketEvent.UNKNOWN && prefix.nanos != MarketEvent.UNKNOWN;
        if (known && Math.abs(prefix.nanos - event.eventTimeNanos) > CLOCK_FAULT_NANOS) {
            message.fail(RejectReason.BAD_TIME, "exchange and receive time are over a day apart");
        }
    }

    private Waiting waiting(TextLine line, MarketEvent event, String lacking) {
        Reject never =
                Rejects.of(source, line, RejectReason.BAD_TIME, lacking + " for it in this file");
        never.instrument = event.instrument;
        never.receiveTimeNanos = event.receiveTimeNanos;
        return new Waiting(event, never);
    }

    private void reject(TextLine line, long eventTimeNanos, Consumer<Decoded> out) {
        RejectReason reason = message.problem == null ? RejectReason.MALFORMED : message.problem;
        Reject reject = Rejects.of(source, line, reason, message.detail);
        if (!message.symbol.isEmpty()) {
            Sessions sessions = BinanceMeaning.isFutures(message) ? futures : spot;
            reject.instrument = sessions.name(message.symbol);
        }
        reject.eventTimeNanos = eventTimeNanos;
        reject.receiveTimeNanos = Math.max(prefix.nanos, MarketEvent.UNKNOWN);
        out.accept(Decoded.of(reject));
    }

    /** Top-level snapshots in a stream name their symbol in it: {@code btcusdt@depth20}. */
    private static String streamSymbol(String stream) {
        int at = stream.indexOf('@');
        return at < 0 ? "" : stream.substring(0, at).toUpperCase(Locale.ROOT);
    }
}
