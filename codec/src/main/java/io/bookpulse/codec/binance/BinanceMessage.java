package io.bookpulse.codec.binance;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one message as read, under Binance's own names; reused for every line. Absent
 * numbers are {@link MarketEvent#UNKNOWN}, which no present one can be.
 */
final class BinanceMessage {
    static final long ABSENT = MarketEvent.UNKNOWN;

    final LevelBuffer bids = new LevelBuffer();
    final LevelBuffer asks = new LevelBuffer();

    String stream = "";
    String type = "";
    String symbol = "";
    String execution = "";

    long eventTime;
    long transactionTime;
    long firstUpdate;
    long lastUpdate;
    long previousUpdate;
    long snapshotUpdate;
    long tradeId;
    long aggregateId;

    long priceE8;
    long sizeE8;
    long bidE8;
    long bidSizeE8;
    long askE8;
    long askSizeE8;

    boolean hasBids;
    boolean hasAsks;
    boolean hasMaker;
    boolean buyerIsMaker;
    boolean hasSpotMark;

    @Nullable RejectReason problem;
    String detail = "";

    void clear() {
        bids.clear();
        asks.clear();
        stream = "";
        type = "";
        symbol = "";
        execution = "";
        eventTime = ABSENT;
        transactionTime = ABSENT;
        firstUpdate = ABSENT;
        lastUpdate = ABSENT;
        previousUpdate = ABSENT;
        snapshotUpdate = ABSENT;
        tradeId = ABSENT;
        aggregateId = ABSENT;
        priceE8 = ABSENT;
        sizeE8 = ABSENT;
        bidE8 = ABSENT;
        bidSizeE8 = ABSENT;
        askE8 = ABSENT;
        askSizeE8 = ABSENT;
        hasBids = false;
        hasAsks = false;
        hasMaker = false;
        buyerIsMaker = false;
        hasSpotMark = false;
        problem = null;
        detail = "";
    }

    /** Notes what is wrong; the first finding stays. */
    void fail(RejectReason reason, String why) {
        if (problem == null) {
            problem = reason;
            detail = why;
        }
    }

    /** Notes a missing field unless the condition holds. */
    void require(boolean present, String field) {
        if (!present) {
            fail(RejectReason.MALFORMED, (type.isEmpty() ? "message" : type) + " without " + field);
        }
    }
}
