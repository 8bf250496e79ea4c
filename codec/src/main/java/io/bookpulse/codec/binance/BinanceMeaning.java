package io.bookpulse.codec.binance;

import static io.bookpulse.codec.binance.BinanceMessage.ABSENT;

import io.bookpulse.codec.text.EpochTime;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.SequenceRule;

/**
 * What a Binance message means as a market event: kind, sequence, time and payload. Venue and
 * instrument are the decoder's business.
 */
final class BinanceMeaning {
    private static final long[] NONE = {};

    private BinanceMeaning() {}

    /** Whether the message is of the USD-M futures market, told by the fields only that one has. */
    static boolean isFutures(BinanceMessage message) {
        return switch (message.type) {
            case "depthUpdate" ->
                    message.previousUpdate != ABSENT || message.transactionTime != ABSENT;
            case "trade", "aggTrade" -> !message.hasSpotMark;
            case "bookTicker" -> true;
            default -> message.transactionTime != ABSENT;
        };
    }

    /** Returns the event, or one without meaning if the message's problem is set. */
    static MarketEvent read(BinanceMessage message, boolean futures) {
        MarketEvent event = new MarketEvent();
        event.eventTimeNanos = time(message, futures);
        switch (message.type) {
            case "depthUpdate" -> delta(message, event, futures);
            case "trade" -> trade(message, event, message.tradeId);
            case "aggTrade" -> trade(message, event, message.aggregateId);
            case "bookTicker" -> ticker(message, event);
            case "" -> untyped(message, event);
            default -> unknown(message, message.type);
        }
        return event;
    }

    private static void untyped(BinanceMessage message, MarketEvent event) {
        if (message.snapshotUpdate != ABSENT) {
            snapshot(message, event);
        } else if (message.bidE8 != ABSENT && message.askE8 != ABSENT) {
            ticker(message, event);
        } else if (message.problem == null) {
            unknown(message, "neither a snapshot nor a book ticker");
        }
    }

    private static void delta(BinanceMessage message, MarketEvent event, boolean futures) {
        if (isPartialDepth(message.stream)) {
            unknown(message, "partial depth of stream " + message.stream);
        }
        message.require(message.firstUpdate != ABSENT, "U");
        message.require(message.lastUpdate != ABSENT, "u");
        message.require(message.hasBids, "b");
        message.require(message.hasAsks, "a");
        message.require(!futures || message.previousUpdate != ABSENT, "pu");
        message.require(event.eventTimeNanos != MarketEvent.UNKNOWN, futures ? "T" : "E");
        if (message.firstUpdate > message.lastUpdate) {
            message.fail(RejectReason.MALFORMED, "U is above u");
        }
        event.kind = EventKind.BOOK_DELTA;
        event.sequenceRule = rule(futures);
        event.firstSequence = message.firstUpdate;
        event.lastSequence = message.lastUpdate;
        event.previousSequence = message.previousUpdate;
        levels(message, event);
    }

    private static void snapshot(BinanceMessage message, MarketEvent event) {
        message.require(message.hasBids, "bids");
        message.require(message.hasAsks, "asks");
        if (!message.bids.isSorted(-1) || !message.asks.isSorted(1)) {
            message.fail(RejectReason.BAD_LEVEL, "snapshot levels are not sorted");
        }
        event.kind = EventKind.BOOK_SNAPSHOT;
        event.sequenceRule = rule(message.transactionTime != ABSENT);
        event.firstSequence = message.snapshotUpdate;
        event.lastSequence = message.snapshotUpdate;
        levels(message, event);
    }

    private static void ticker(BinanceMessage message, MarketEvent event) {
        message.require(message.lastUpdate != ABSENT, "u");
        message.require(message.bidE8 != ABSENT && message.bidSizeE8 != ABSENT, "b and B");
        message.require(message.askE8 != ABSENT && message.askSizeE8 != ABSENT, "a and A");
        if ((message.bidE8 == 0 && message.bidSizeE8 > 0)
                || (message.askE8 == 0 && message.askSizeE8 > 0)) {
            message.fail(RejectReason.BAD_LEVEL, "a best price is 0");
        }
        event.kind = EventKind.BEST_QUOTE;
        event.sequenceRule = SequenceRule.NONE;
        event.firstSequence = message.lastUpdate;
        event.lastSequence = message.lastUpdate;
        if (message.bidE8 != 0) {
            event.bidPricesE8 = new long[] {message.bidE8};
            event.bidSizesE8 = new long[] {message.bidSizeE8};
        }
        if (message.askE8 != 0) {
            event.askPricesE8 = new long[] {message.askE8};
            event.askSizesE8 = new long[] {message.askSizeE8};
        }
    }

    private static void trade(BinanceMessage message, MarketEvent event, long id) {
        message.require(id != ABSENT, message.type.equals("trade") ? "t" : "a");
        message.require(message.priceE8 != ABSENT, "p");
        message.require(message.sizeE8 != ABSENT, "q");
        message.require(message.hasMaker, "m");
        message.require(event.eventTimeNanos != MarketEvent.UNKNOWN, "T");
        if (message.priceE8 == 0 || message.sizeE8 == 0) {
            message.fail(RejectReason.BAD_LEVEL, "a trade's price or size is 0");
        }
        event.kind = EventKind.TRADE;
        event.firstSequence = id;
        event.lastSequence = id;
        event.id = id;
        event.priceE8 = message.priceE8;
        event.sizeE8 = message.sizeE8;
        event.side = message.buyerIsMaker ? MarketEvent.SELL : MarketEvent.BUY;
        event.offBook = !message.execution.isEmpty() && !message.execution.equals("MARKET");
    }

    /** Spot books are stamped by E, everything else by T; a spot ticker or snapshot has neither. */
    private static long time(BinanceMessage message, boolean futures) {
        boolean spotBook = !futures && message.type.equals("depthUpdate");
        long given = spotBook ? message.eventTime : message.transactionTime;
        if (given == ABSENT) {
            return MarketEvent.UNKNOWN;
        }
        long nanos = EpochTime.ofNumber(given);
        if (nanos == EpochTime.INVALID) {
            message.fail(RejectReason.BAD_TIME, "exchange time " + given + " is no time");
            return MarketEvent.UNKNOWN;
        }
        return nanos;
    }

    private static void levels(BinanceMessage message, MarketEvent event) {
        boolean good = message.problem == null;
        event.bidPricesE8 = good ? message.bids.prices() : NONE;
        event.bidSizesE8 = good ? message.bids.sizes() : NONE;
        event.askPricesE8 = good ? message.asks.prices() : NONE;
        event.askSizesE8 = good ? message.asks.sizes() : NONE;
    }

    private static SequenceRule rule(boolean futures) {
        return futures ? SequenceRule.BINANCE_FUTURES : SequenceRule.BINANCE_SPOT;
    }

    /** Streams such as {@code btcusdt@depth20}: whole top levels, which are no difference. */
    private static boolean isPartialDepth(String stream) {
        int at = stream.indexOf("@depth");
        int digit = at + "@depth".length();
        return at >= 0 && digit < stream.length() && Character.isDigit(stream.charAt(digit));
    }

    private static void unknown(BinanceMessage message, String what) {
        message.problem = RejectReason.UNKNOWN_MESSAGE;
        message.detail = "not used: " + what;
    }
}
