package io.bookpulse.codec.binance;

import io.bookpulse.codec.text.StringPool;

/**
 * Reads the messages that a venue normally sends, byte by byte and without allocation: plain ASCII
 * without white space, escapes, signs or exponents. At anything else it gives up, and the JSON
 * parser has its turn: so it never decides what is wrong with a message, and never accepts what the
 * parser would not.
 */
final class BinanceScanner {
    private static final int MOST_WHOLE_DIGITS = 10;
    private static final int MOST_DIGITS = 18;
    private static final int DECIMALS = 8;
    private static final long UNUSUAL = -1;

    private final StringPool names = new StringPool();
    private byte[] bytes = {};
    private int at;
    private int end;

    /** Begin and length of the text read last, without its quotes. */
    private int textAt;

    private int textLength;

    /** Whether that text was no decimal that this class reads. */
    private boolean isUnusual;

    /**
     * Fills a cleared message.
     *
     * @return whether it was read; if not, the message holds part of it and is to be cleared
     */
    boolean read(byte[] source, int offset, int length, BinanceMessage message) {
        bytes = source;
        at = offset;
        end = offset + length;
        return next('{') && object(message, true) && at == end;
    }

    private boolean object(BinanceMessage message, boolean outer) {
        if (next('}')) {
            return true;
        }
        do {
            if (!text() || textLength == 0) {
                return false;
            }
            int key = key();
            if (!next(':') || !value(message, key, outer)) {
                return false;
            }
        } while (next(','));
        return next('}');
    }

    private boolean value(BinanceMessage message, int key, boolean outer) {
        if (at == end) {
            return false;
        }
        return switch (bytes[at]) {
            case '"' -> text() && textual(message, key);
            case '[' -> sides(message, key);
            case '{' -> {
                at++;
                yield outer && key == Key.DATA && object(message, false);
            }
            case 't', 'f' -> flag(message, key);
            default -> key != Key.DATA && number(message, key);
        };
    }

    private boolean textual(BinanceMessage message, int key) {
        switch (key) {
            case Key.STREAM -> message.stream = name();
            case 'e' -> message.type = name();
            case 's' -> message.symbol = name();
            case 'X' -> message.execution = name();
            case 'p' -> message.priceE8 = decimal();
            case 'q' -> message.sizeE8 = decimal();
            case 'b' -> message.bidE8 = decimal();
            case 'B' -> message.bidSizeE8 = decimal();
            case 'a' -> message.askE8 = decimal();
            case 'A' -> message.askSizeE8 = decimal();
            case Key.DATA -> {
                return false;
            }
            default -> {
                return true;
            }
        }
        return !isUnusual;
    }

    private boolean number(BinanceMessage message, int key) {
        long value = whole();
        if (value == UNUSUAL) {
            return false;
        }
        switch (key) {
            case 'E' -> message.eventTime = value;
            case 'T' -> message.transactionTime = value;
            case 'U' -> message.firstUpdate = value;
            case 'u' -> message.lastUpdate = value;
            case Key.PREVIOUS_UPDATE -> message.previousUpdate = value;
            case Key.SNAPSHOT_UPDATE -> message.snapshotUpdate = value;
            case 't' -> message.tradeId = value;
            case 'a' -> message.aggregateId = value;
            default -> {}
        }
        return true;
    }

    private boolean flag(BinanceMessage message, int key) {
        boolean value = bytes[at] == 't';
        if (key == Key.DATA || !word(value ? "true" : "false")) {
            return false;
        }
        if (key == 'm') {
            message.hasMaker = true;
            message.buyerIsMaker = value;
        } else if (key == 'M') {
            message.hasSpotMark = true;
        }
        return true;
    }

    private boolean sides(BinanceMessage message, int key) {
        if (key == 'b' || key == Key.BIDS) {
            message.hasBids = true;
            return levels(message.bids);
        } else if (key == 'a' || key == Key.ASKS) {
            message.hasAsks = true;
            return levels(message.asks);
        }
        return false;
    }

    private boolean levels(LevelBuffer levels) {
        levels.clear();
        at++;
        if (next(']')) {
            return true;
        }
        do {
            if (!next('[') || !text()) {
                return false;
            }
            long price = decimal();
            if (isUnusual || price == 0 || !next(',') || !text()) {
                return false;
            }
            long size = decimal();
            if (isUnusual || !next(']')) {
                return false;
            }
            levels.add(price, size);
        } while (next(','));
        return next(']');
    }

    private boolean next(char expected) {
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!next(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Reads a text in quotes that stands for itself. */
    private boolean text() {
        isUnusual = false;
        if (!next('"')) {
            return false;
        }
        textAt = at;
        while (at < end) {
            byte b = bytes[at++];
            if (b == '"') {
                textLength = at - 1 - textAt;
                return true;
            } else if (b < ' ' || b == '\\') {
                return false;
            }
        }
        return false;
    }

    private String name() {
        return names.of(bytes, textAt, textLength);
    }

    /** The text as a number of 1e-8: digits, and up to 8 decimals that are not 0. */
    private long decimal() {
        long value = 0;
        int i = textAt;
        int textEnd = textAt + textLength;
        for (; i < textEnd && isDigit(bytes[i]); i++) {
            value = value * 10 + bytes[i] - '0';
            if (i - textAt >= MOST_WHOLE_DIGITS) {
                isUnusual = true;
                return 0;
            }
        }
        int decimals = 0;
        if (i > textAt && i + 1 < textEnd && bytes[i] == '.') {
            for (i++; i < textEnd && isDigit(bytes[i]) && decimals < DECIMALS; i++, decimals++) {
                value = value * 10 + bytes[i] - '0';
            }
        }
        isUnusual |= textLength == 0 || i < textEnd;
        for (; decimals < DECIMALS; decimals++) {
            value *= 10;
        }
        return value;
    }

    private long whole() {
        int from = at;
        long value = 0;
        while (at < end && isDigit(bytes[at])) {
            value = value * 10 + bytes[at++] - '0';
            if (at - from > MOST_DIGITS) {
                return UNUSUAL;
            }
        }
        boolean isZeroFirst = at - from > 1 && bytes[from] == '0';
        boolean ends = at < end && (bytes[at] == ',' || bytes[at] == '}');
        return at == from || isZeroFirst || !ends ? UNUSUAL : value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The text as a field's name: its only letter, one of {@link Key}, or 0 for any other. */
    private int key() {
        return textLength == 1 ? bytes[textAt] : Key.of(bytes, textAt, textLength);
    }

    /** Names of more than one letter, as numbers that no letter has. */
    private static final class Key {
        static final int STREAM = 1000;
        static final int DATA = 1001;
        static final int PREVIOUS_UPDATE = 1002;
        static final int SNAPSHOT_UPDATE = 1003;
        static final int BIDS = 1004;
        static final int ASKS = 1005;

        private static final String[] NAMES = {
            "stream", "data", "pu", "lastUpdateId", "bids", "asks"
        };

        static int of(byte[] text, int offset, int length) {
            for (int i = 0; i < NAMES.length; i++) {
                if (NAMES[i].length() == length && isSame(NAMES[i], text, offset)) {
                    return STREAM + i;
                }
            }
            return 0;
        }

        private static boolean isSame(String name, byte[] text, int offset) {
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) != text[offset + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
