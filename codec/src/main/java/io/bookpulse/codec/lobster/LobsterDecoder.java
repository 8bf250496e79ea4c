package io.bookpulse.codec.lobster;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.text.FieldScanner;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.util.function.Consumer;

/**
 * Decodes row n of a LOBSTER message file together with row n of its orderbook file: what happened,
 * then the book after it.
 *
 * <p>Each row gives a BOOK_SNAPSHOT with sequence {@code 2n + 1}. Before it, with sequence {@code
 * 2n}: type 4 (visible execution) and 5 (hidden) give a TRADE whose aggressor is the opposite of
 * the direction column, type 6 (cross) a TRADE without a side, both 5 and 6 off-book; type 7 gives
 * a HALT, running only at price 1 (trading resumed). The trade comes first because it hits the book
 * that stood before the row. Equal rows are different events: nothing is de-duplicated.
 *
 * <p>Prices are dollars times 10,000, times seconds after midnight in New York. A broken row of
 * either file rejects the pair. Source: LOBSTER_SampleFiles_ReadMe. O(levels), allocates the
 * events.
 */
final class LobsterDecoder {
    private static final int MESSAGE_COLUMNS = 6;
    private static final int EXECUTION = 4;
    private static final int HIDDEN = 5;
    private static final int CROSS = 6;
    private static final int HALT = 7;
    private static final long BROKEN = Long.MIN_VALUE;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final String source;
    private final LobsterName name;
    private final String instrument;
    private final FieldScanner fields = new FieldScanner();
    private final LobsterBook book = new LobsterBook();

    LobsterDecoder(String source, LobsterName name) {
        this.source = source;
        this.name = name;
        this.instrument = "lobster:" + name.symbol();
    }

    void decode(TextLine row, TextLine bookRow, Consumer<Decoded> out) {
        MarketEvent snapshot = event(row, 1);
        snapshot.kind = EventKind.BOOK_SNAPSHOT;
        fields.set(bookRow);
        String problem = book.read(fields, snapshot);
        if (!problem.isEmpty()) {
            RejectReason reason =
                    problem.startsWith("levels") ? RejectReason.BAD_LEVEL : RejectReason.MALFORMED;
            reject(bookRow, reason, "orderbook row: " + problem, out);
            return;
        }
        fields.set(row);
        if (fields.count() != MESSAGE_COLUMNS) {
            reject(row, RejectReason.MALFORMED, fields.count() + " columns, expected 6", out);
            return;
        }
        message(row, snapshot, out);
    }

    private void message(TextLine row, MarketEvent snapshot, Consumer<Decoded> out) {
        long afterMidnight = fields.secondsAsNanos(0);
        long type = fields.whole(1, BROKEN);
        if (afterMidnight < 0 || afterMidnight >= 2 * DAY_NANOS) {
            reject(row, RejectReason.BAD_TIME, "no seconds after midnight", out);
            return;
        }
        if (type < 1 || type > HALT) {
            reject(row, RejectReason.UNKNOWN_MESSAGE, "type is none of 1 to 7", out);
            return;
        }
        snapshot.eventTimeNanos = name.midnightNanos() + afterMidnight;
        if (type >= EXECUTION) {
            MarketEvent before = event(row, 0);
            before.eventTimeNanos = snapshot.eventTimeNanos;
            String problem = type == HALT ? halt(before) : trade(before, type);
            if (!problem.isEmpty()) {
                reject(row, RejectReason.BAD_NUMBER, problem, out);
                return;
            }
            out.accept(Decoded.of(before));
        }
        out.accept(Decoded.of(snapshot));
    }

    /** The order id is no trade id: one order may be executed many times. */
    private String trade(MarketEvent event, long type) {
        long direction = fields.whole(5, BROKEN);
        long shares = fields.decimalE8(3);
        event.kind = EventKind.TRADE;
        event.sizeE8 = shares;
        event.priceE8 = LobsterBook.priceE8(fields.whole(4, BROKEN));
        event.offBook = type == HIDDEN || type == CROSS;
        if (fields.whole(2, BROKEN) == BROKEN || shares <= 0 || event.priceE8 <= 0) {
            return "order id, size or price is no positive number";
        }
        if (type != CROSS) {
            if (direction != 1 && direction != -1) {
                return "direction is neither 1 nor -1";
            }
            event.side = direction == 1 ? MarketEvent.SELL : MarketEvent.BUY;
        }
        return "";
    }

    private String halt(MarketEvent event) {
        long state = fields.whole(4, BROKEN);
        event.kind = EventKind.HALT;
        event.id = state == 1 ? 1 : 0;
        return state < -1 || state > 1 ? "a halt's price is none of -1, 0, 1" : "";
    }

    private MarketEvent event(TextLine row, int part) {
        MarketEvent event = new MarketEvent();
        event.instrument = instrument;
        event.source = source;
        event.sourcePosition = row.number;
        event.firstSequence = 2 * row.number + part;
        event.lastSequence = event.firstSequence;
        return event;
    }

    private void reject(TextLine row, RejectReason reason, String detail, Consumer<Decoded> out) {
        Reject reject = Rejects.of(source, row, reason, detail);
        reject.instrument = instrument;
        out.accept(Decoded.of(reject));
    }
}
