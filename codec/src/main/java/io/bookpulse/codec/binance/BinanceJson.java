package io.bookpulse.codec.binance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.bookpulse.codec.text.DecimalE8;
import io.bookpulse.codec.text.StringPool;
import io.bookpulse.core.event.RejectReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of one message into a {@link BinanceMessage}: the combined stream's envelope, or
 * the bare object. Numbers in strings are read from their characters. What the {@link
 * BinanceScanner} can read costs no allocation; for the rest there is the JSON parser.
 */
final class BinanceJson {
    private final JsonFactory factory =
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    private final StringPool names = new StringPool();
    private final BinanceScanner scanner = new BinanceScanner();

    /** Fills {@code message}, which was cleared before; what is wrong is noted in it. */
    void read(byte[] bytes, int offset, int length, BinanceMessage message) {
        if (!scanner.read(bytes, offset, length, message)) {
            message.clear();
            parse(bytes, offset, length, message);
        }
    }

    /** Reads any message, whatever is wrong with it. */
    void parse(byte[] bytes, int offset, int length, BinanceMessage message) {
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                message.fail(RejectReason.MALFORMED, "no JSON object");
                return;
            }
            object(parser, message, true);
            if (parser.nextToken() != null) {
                message.fail(RejectReason.MALFORMED, "text after the JSON object");
            }
        } catch (JsonProcessingException e) {
            message.fail(
                    RejectReason.MALFORMED, "broken JSON: " + withoutPlace(e.getOriginalMessage()));
        } catch (IOException e) {
            message.fail(RejectReason.MALFORMED, "broken JSON: " + e.getMessage());
        }
    }

    private void object(JsonParser parser, BinanceMessage message, boolean outer)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (outer && field.equals("data")) {
                if (value == JsonToken.START_OBJECT) {
                    object(parser, message, false);
                } else {
                    wrongType(message, field);
                    parser.skipChildren();
                }
            } else if (value == JsonToken.START_ARRAY) {
                array(parser, message, field);
            } else if (value == JsonToken.VALUE_STRING) {
                text(parser, message, field);
            } else if (value == JsonToken.VALUE_NUMBER_INT) {
                number(parser, message, field);
            } else if (value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE) {
                flag(message, field, value == JsonToken.VALUE_TRUE);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void text(JsonParser parser, BinanceMessage message, String field) throws IOException {
        switch (field) {
            case "stream" -> message.stream = name(parser);
            case "e" -> message.type = name(parser);
            case "s" -> message.symbol = name(parser);
            case "X" -> message.execution = name(parser);
            case "p" -> message.priceE8 = decimal(parser, message, field);
            case "q" -> message.sizeE8 = decimal(parser, message, field);
            case "b" -> message.bidE8 = decimal(parser, message, field);
            case "B" -> message.bidSizeE8 = decimal(parser, message, field);
            case "a" -> message.askE8 = decimal(parser, message, field);
            case "A" -> message.askSizeE8 = decimal(parser, message, field);
            default -> {}
        }
    }

    private static void number(JsonParser parser, BinanceMessage message, String field)
            throws IOException {
        switch (field) {
            case "E" -> message.eventTime = whole(parser, message, field);
            case "T" -> message.transactionTime = whole(parser, message, field);
            case "U" -> message.firstUpdate = whole(parser, message, field);
            case "u" -> message.lastUpdate = whole(parser, message, field);
            case "pu" -> message.previousUpdate = whole(parser, message, field);
            case "lastUpdateId" -> message.snapshotUpdate = whole(parser, message, field);
            case "t" -> message.tradeId = whole(parser, message, field);
            case "a" -> message.aggregateId = whole(parser, message, field);
            default -> {}
        }
    }

    private static void flag(BinanceMessage message, String field, boolean value) {
        if (field.equals("m")) {
            message.hasMaker = true;
            message.buyerIsMaker = value;
        } else if (field.equals("M")) {
            message.hasSpotMark = true;
        }
    }

    private static void array(JsonParser parser, BinanceMessage message, String field)
            throws IOException {
        switch (field) {
            case "b", "bids" -> {
                message.hasBids = true;
                levels(parser, message, message.bids);
            }
            case "a", "asks" -> {
                message.hasAsks = true;
                levels(parser, message, message.asks);
            }
            default -> parser.skipChildren();
        }
    }

    private static void levels(JsonParser parser, BinanceMessage message, LevelBuffer levels)
            throws IOException {
        levels.clear();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                level(parser, message, levels);
            } else {
                message.fail(RejectReason.MALFORMED, "a level is no array");
                parser.skipChildren();
            }
        }
    }

    /** Reads {@code ["price","size"]}; whatever follows the size within the level is skipped. */
    private static void level(JsonParser parser, BinanceMessage message, LevelBuffer levels)
            throws IOException {
        long price = BinanceMessage.ABSENT;
        long size = BinanceMessage.ABSENT;
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i < 2 && parser.currentToken() == JsonToken.VALUE_STRING) {
                long value = decimal(parser, message, "a level");
                price = i == 0 ? value : price;
                size = i == 1 ? value : size;
            } else {
                parser.skipChildren();
            }
        }
        if (price == BinanceMessage.ABSENT || size == BinanceMessage.ABSENT) {
            message.fail(RejectReason.MALFORMED, "a level is no pair of price and size");
        } else if (price == 0) {
            message.fail(RejectReason.BAD_LEVEL, "a level's price is 0");
        }
        levels.add(price, size);
    }

    private static long decimal(JsonParser parser, BinanceMessage message, String field)
            throws IOException {
        long value =
                DecimalE8.parse(
                        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (value == DecimalE8.INVALID) {
            message.fail(RejectReason.BAD_NUMBER, field + " is no number of at most 8 decimals");
        } else if (value < 0) {
            message.fail(RejectReason.BAD_LEVEL, field + " is negative");
        } else {
            return value;
        }
        return BinanceMessage.ABSENT;
    }

    private static long whole(JsonParser parser, BinanceMessage message, String field)
            throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            message.fail(RejectReason.BAD_NUMBER, field + " does not fit 64 bits");
            return BinanceMessage.ABSENT;
        }
        long value = parser.getLongValue();
        if (value < 0) {
            message.fail(RejectReason.BAD_NUMBER, field + " is negative");
            return BinanceMessage.ABSENT;
        }
        return value;
    }

    private String name(JsonParser parser) throws IOException {
        return names.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private static void wrongType(BinanceMessage message, String field) {
        message.fail(RejectReason.MALFORMED, field + " is no object");
    }

    /** The parser tells where the broken object began, but within the line only. */
    private static String withoutPlace(@Nullable String message) {
        if (message == null) {
            return "unreadable";
        }
        int place = message.indexOf(" (start marker at");
        return place < 0 ? message : message.substring(0, place);
    }
}
