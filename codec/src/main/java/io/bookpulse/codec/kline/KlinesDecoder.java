package io.bookpulse.codec.kline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.text.DecimalE8;
import io.bookpulse.codec.text.EpochTime;
import io.bookpulse.codec.text.FieldScanner;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Binance klines, CSV of 12 columns: {@code open time, open, high, low, close, volume,
 * close time, quote volume, trades, taker buy base, taker buy quote, unused}. A header is skipped.
 *
 * <p>The instrument is {@code binance:SYMBOL}, the symbol being the file's name up to its first
 * hyphen, without a leading {@code binance_}: {@code ADABTC-1m-2021-11-27.csv}. Times are in ms or
 * us ({@link EpochTime}); the interval is close time - open time, to the next whole second. The
 * features of a bar against those before it are not set here. Cost: O(line), allocates the bar.
 */
public final class KlinesDecoder implements LineDecoder {
    private static final int COLUMNS = 12;
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final double UNIT = 1e8;

    private final String source;
    private final String instrument;
    private final FieldScanner fields = new FieldScanner();
    private @Nullable RejectReason problem;
    private String detail = "";

    /** Creates the decoder of the file with that name. */
    public KlinesDecoder(String source) {
        this.source = source;
        this.instrument = "binance:" + symbol(source);
    }

    @Override
    public void decode(TextLine line, Consumer<Decoded> out) {
        fields.set(line);
        if (line.number == 1 && fields.text(0).startsWith("open")) {
            return;
        }
        problem = null;
        Bar bar = new Bar();
        if (fields.count() == COLUMNS) {
            read(bar);
        } else {
            fail(RejectReason.MALFORMED, fields.count() + " columns, klines have " + COLUMNS);
        }
        if (problem == null) {
            out.accept(Decoded.of(bar, source, line.number));
        } else {
            Reject reject = Rejects.of(source, line, problem, detail);
            reject.instrument = instrument;
            out.accept(Decoded.of(reject));
        }
    }

    @Override
    public void finish(Consumer<Decoded> out) {
        // Bars do not wait for each other.
    }

    private void read(Bar bar) {
        bar.instrument = instrument;
        times(bar);
        bar.open = price(1);
        bar.high = price(2);
        bar.low = price(3);
        bar.close = price(4);
        bar.volume = size(5);
        bar.quoteVolume = size(7);
        bar.trades = fields.whole(8, -1);
        bar.takerBuyBase = size(9);
        bar.takerBuyQuote = size(10);
        if (bar.trades < 0) {
            fail(RejectReason.BAD_NUMBER, "the number of trades is no whole number");
        }
        if (bar.high < Math.max(bar.open, bar.close) || bar.low > Math.min(bar.open, bar.close)) {
            fail(RejectReason.BAD_LEVEL, "open or close is not between low and high");
        }
        if (bar.volume > 0) {
            bar.vwap = bar.quoteVolume / bar.volume;
        }
    }

    private void times(Bar bar) {
        long open = fields.time(0);
        long close = fields.time(6);
        if (open == EpochTime.INVALID || close == EpochTime.INVALID || close < open) {
            fail(RejectReason.BAD_TIME, "open or close time is no time, or they are not in order");
            return;
        }
        bar.openTimeNanos = open;
        bar.intervalNanos = (close - open + MILLI) / SECOND * SECOND;
        bar.closeTimeNanos = open + bar.intervalNanos - MILLI;
        if (bar.intervalNanos == 0 || open % bar.intervalNanos != 0) {
            fail(RejectReason.BAD_TIME, "open time is no multiple of the interval");
        }
    }

    private double price(int column) {
        double price = size(column);
        if (price == 0) {
            fail(RejectReason.BAD_LEVEL, "a price is 0");
        }
        return price;
    }

    private double size(int column) {
        long value = fields.decimalE8(column);
        if (value == DecimalE8.INVALID) {
            fail(RejectReason.BAD_NUMBER, "a price or size is no number of at most 8 decimals");
        } else if (value < 0) {
            fail(RejectReason.BAD_LEVEL, "a price or size is negative");
        }
        return value / UNIT;
    }

    private void fail(RejectReason reason, String why) {
        if (problem == null) {
            problem = reason;
            detail = why;
        }
    }

    private static String symbol(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        String plain = file.startsWith("binance_") ? file.substring("binance_".length()) : file;
        int end = plain.indexOf('-');
        int dot = plain.indexOf('.');
        return end > 0 ? plain.substring(0, end) : dot > 0 ? plain.substring(0, dot) : plain;
    }
}
