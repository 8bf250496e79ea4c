package io.bookpulse.codec.binance;

import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.text.EpochTime;
import io.bookpulse.core.event.MarketEvent;

/**
 * What stands before the JSON of a line: a receive time and a space ({@code 1723161253937085768 }),
 * the older {@code 1633998512.0633569: }, or nothing. Reused for every line.
 */
final class ReceivePrefix {
    private static final int LONGEST = 32;

    private final char[] text = new char[LONGEST];

    /** Receive time, ns since epoch UTC, or UNKNOWN if the line begins with its JSON. */
    long nanos;

    /** Bytes of the prefix with its separator. */
    int length;

    /** Reads the prefix; false if there is none that can be understood. */
    boolean read(TextLine line) {
        nanos = MarketEvent.UNKNOWN;
        length = 0;
        if (line.length > 0 && line.buffer[line.offset] == '{') {
            return true;
        }
        int digits = 0;
        int most = Math.min(line.length, LONGEST);
        while (digits < most && isNumber(line.buffer[line.offset + digits])) {
            text[digits] = (char) line.buffer[line.offset + digits];
            digits++;
        }
        int separator = digits;
        if (separator < line.length && line.buffer[line.offset + separator] == ':') {
            separator++;
        }
        boolean space = separator < line.length && line.buffer[line.offset + separator] == ' ';
        nanos = EpochTime.parse(text, 0, digits);
        length = separator + 1;
        return space && nanos != EpochTime.INVALID;
    }

    private static boolean isNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}
