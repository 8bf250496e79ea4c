package io.bookpulse.simulation.market;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * One row of the {@code ticks} format: the state of the market at the end of a second.
 *
 * @param timestampNanos the time, ns since epoch UTC; written as ISO time
 * @param bidE8 best bid, 8 implied decimals
 * @param askE8 best ask, 8 implied decimals
 * @param bidSizeE8 size at the best bid, 8 implied decimals
 * @param askSizeE8 size at the best ask, 8 implied decimals
 * @param tradePriceE8 price of the second's last trade, or 0 without one: an empty field
 * @param tradeSizeE8 total size of the second's trades, or 0 without one: an empty field
 */
public record TickRow(
        long timestampNanos,
        long bidE8,
        long askE8,
        long bidSizeE8,
        long askSizeE8,
        long tradePriceE8,
        long tradeSizeE8) {
    /** The header of the text form. */
    public static final String HEADER = "timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size";

    private static final long E8 = 100_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The row as one line of CSV, without a line end. */
    public String toCsv() {
        StringBuilder line = new StringBuilder(96);
        Instant time =
                Instant.ofEpochSecond(
                        Math.floorDiv(timestampNanos, NANOS_PER_SECOND),
                        Math.floorMod(timestampNanos, NANOS_PER_SECOND));
        line.append(DateTimeFormatter.ISO_INSTANT.format(time));
        append(line, bidE8);
        append(line, askE8);
        append(line, bidSizeE8);
        append(line, askSizeE8);
        boolean traded = tradeSizeE8 > 0;
        append(line, traded ? tradePriceE8 : 0);
        append(line, traded ? tradeSizeE8 : 0);
        return line.toString();
    }

    private static void append(StringBuilder line, long valueE8) {
        line.append(',');
        if (valueE8 == 0) {
            return;
        }
        line.append(valueE8 / E8);
        int fraction = (int) (valueE8 % E8);
        if (fraction != 0) {
            line.append('.');
            String digits = Integer.toString(fraction + (int) E8).substring(1);
            line.append(digits.replaceAll("0+$", ""));
        }
    }
}
