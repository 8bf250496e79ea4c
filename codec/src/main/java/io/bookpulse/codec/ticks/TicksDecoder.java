package io.bookpulse.codec.ticks;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.text.DecimalE8;
import io.bookpulse.codec.text.EpochTime;
import io.bookpulse.codec.text.FieldScanner;
import io.bookpulse.codec.text.StringPool;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes CSV with the columns {@code timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size} in
 * any order, named by a header, and optionally {@code instrument}; other columns are ignored.
 *
 * <p>Row n (its line number) gives a BEST_QUOTE with sequence {@code 2n} unless all four quote
 * columns are empty, and a TRADE with sequence {@code 2n + 1} unless both trade columns are empty
 * or the size is 0: the quote first, because a trade's side is judged against the quote of its row.
 * The trade's side is not known. A side of the quote that is empty is absent. Whatever is wrong
 * with a row rejects the whole row. Times: {@link EpochTime}. The instrument is {@code
 * ticks:<file's name without extension>}, or the column's text, after {@code ticks:} if it names no
 * venue. Without a usable header every line is a reject.
 *
 * <p>Cost: O(line); allocates the events and their arrays.
 */
public final class TicksDecoder implements LineDecoder {
    private static final String VENUE = "ticks:";
    private static final long NONE = -1;

    private final String source;
    private final String instrument;
    private final FieldScanner fields = new FieldScanner();
    private final StringPool instruments = new StringPool();
    private final StringPool texts = new StringPool();
    private @Nullable TicksHeader header;
    private String missing = "";
    private @Nullable RejectReason problem;
    private String detail = "";

    /** Creates the decoder of the file with that name. */
    public TicksDecoder(String source) {
        this.source = source;
        this.instrument = VENUE + stem(source);
    }

    @Override
    public void decode(TextLine line, Consumer<Decoded> out) {
        fields.set(line);
        problem = null;
        if (header == null) {
            header = new TicksHeader(fields);
            missing = header.missing();
            if (missing.isEmpty()) {
                return;
            }
        }
        if (!missing.isEmpty()) {
            fail(RejectReason.MALFORMED, "the header has no column " + missing);
        } else if (fields.count() != header.columns) {
            fail(
                    RejectReason.MALFORMED,
                    fields.count() + " columns, the header has " + header.columns);
        } else {
            row(header, line, out);
        }
        if (problem != null) {
            Reject reject = Rejects.of(source, line, problem, detail);
            reject.instrument = header.instrument < 0 ? instrument : "";
            out.accept(Decoded.of(reject));
        }
    }

    @Override
    public void finish(Consumer<Decoded> out) {
        // Rows do not wait for each other.
    }

    private void row(TicksHeader columns, TextLine line, Consumer<Decoded> out) {
        long time = fields.time(columns.timestamp);
        if (time == EpochTime.INVALID) {
            fail(RejectReason.BAD_TIME, "timestamp is no time");
        }
        MarketEvent quote = event(line, time, 0);
        quote.kind = EventKind.BEST_QUOTE;
        quote.instrument = instrument(columns);
        boolean hasBid = bid(columns, quote);
        boolean hasAsk = ask(columns, quote);
        MarketEvent trade = event(line, time, 1);
        trade.kind = EventKind.TRADE;
        trade.instrument = quote.instrument;
        boolean hasTrade = trade(columns, trade);
        if (!hasBid && !hasAsk && !hasTrade) {
            fail(RejectReason.MALFORMED, "neither a quote nor a trade");
        }
        if (problem == null) {
            if (hasBid || hasAsk) {
                out.accept(Decoded.of(quote));
            }
            if (hasTrade) {
                out.accept(Decoded.of(trade));
            }
        }
    }

    private boolean bid(TicksHeader columns, MarketEvent quote) {
        if (isAbsent(columns.bid, columns.bidSize)) {
            return false;
        }
        quote.bidPricesE8 = new long[] {price(columns.bid)};
        quote.bidSizesE8 = new long[] {size(columns.bidSize)};
        return true;
    }

    private boolean ask(TicksHeader columns, MarketEvent quote) {
        if (isAbsent(columns.ask, columns.askSize)) {
            return false;
        }
        quote.askPricesE8 = new long[] {price(columns.ask)};
        quote.askSizesE8 = new long[] {size(columns.askSize)};
        return true;
    }

    private boolean trade(TicksHeader columns, MarketEvent trade) {
        if (isAbsent(columns.tradePrice, columns.tradeSize)) {
            return false;
        }
        trade.sizeE8 = size(columns.tradeSize);
        if (trade.sizeE8 == 0) {
            return false;
        }
        trade.priceE8 = price(columns.tradePrice);
        return true;
    }

    private boolean isAbsent(int first, int second) {
        return fields.isEmpty(first) && fields.isEmpty(second);
    }

    private long price(int column) {
        long value = size(column);
        if (value == 0) {
            fail(RejectReason.BAD_LEVEL, "a price is 0");
        }
        return value;
    }

    private long size(int column) {
        long value = fields.decimalE8(column);
        if (value == DecimalE8.INVALID) {
            fail(RejectReason.BAD_NUMBER, "a price or size is no number of at most 8 decimals");
            return NONE;
        }
        if (value < 0) {
            fail(RejectReason.BAD_LEVEL, "a price or size is negative");
        }
        return value;
    }

    private String instrument(TicksHeader columns) {
        if (columns.instrument < 0) {
            return instrument;
        }
        String text = fields.text(columns.instrument, texts);
        if (text.isEmpty()) {
            fail(RejectReason.MALFORMED, "no instrument");
        }
        if (text.indexOf(':') >= 0) {
            return text;
        }
        char[] named = (VENUE + text).toCharArray();
        return instruments.of(named, 0, named.length);
    }

    private MarketEvent event(TextLine line, long time, int part) {
        MarketEvent event = new MarketEvent();
        event.eventTimeNanos = time;
        event.firstSequence = 2 * line.number + part;
        event.lastSequence = event.firstSequence;
        event.source = source;
        event.sourcePosition = line.number;
        return event;
    }

    private void fail(RejectReason reason, String why) {
        if (problem == null) {
            problem = reason;
            detail = why;
        }
    }

    private static String stem(String name) {
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int point = plain.lastIndexOf('.');
        return point > 0 ? plain.substring(0, point) : plain;
    }
}
