package io.bookpulse.codec.ticks;

import io.bookpulse.codec.text.FieldScanner;
import java.util.Locale;

/** Where the header puts each column, or -1. */
final class TicksHeader {
    final int columns;
    final int timestamp;
    final int bid;
    final int ask;
    final int bidSize;
    final int askSize;
    final int tradePrice;
    final int tradeSize;
    final int instrument;

    TicksHeader(FieldScanner fields) {
        columns = fields.count();
        timestamp = find(fields, "timestamp");
        bid = find(fields, "bid");
        ask = find(fields, "ask");
        bidSize = find(fields, "bid_vol");
        askSize = find(fields, "ask_vol");
        tradePrice = find(fields, "trade_price");
        tradeSize = find(fields, "trade_size");
        instrument = find(fields, "instrument");
    }

    /** Returns the first required column that is missing, or an empty text. */
    String missing() {
        String[] names = {
            "timestamp", "bid", "ask", "bid_vol", "ask_vol", "trade_price", "trade_size"
        };
        int[] found = {timestamp, bid, ask, bidSize, askSize, tradePrice, tradeSize};
        for (int i = 0; i < names.length; i++) {
            if (found[i] < 0) {
                return names[i];
            }
        }
        return "";
    }

    private static int find(FieldScanner fields, String name) {
        for (int i = 0; i < fields.count(); i++) {
            String header = fields.text(i).toLowerCase(Locale.ROOT);
            // A byte-order mark, read byte by byte, may stand before the first name.
            String plain = header.startsWith("\u00ef\u00bb\u00bf") ? header.substring(3) : header;
            if (plain.equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
