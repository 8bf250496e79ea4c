package io.bookpulse.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.filter.FilterParameters;
import org.junit.jupiter.api.Test;

class EntryCheckTest {
    private static final long NOON = 1_700_000_000_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;

    private final EntryCheck check = new EntryCheck(FilterParameters.defaults());

    @Test
    void letsPlausibleEventsPassAsTheyAre() {
        Decoded trade = Decoded.of(trade(NOON, NOON - 1_270_000_000L));
        assertThat(check.admit(trade)).isSameAs(trade);
    }

    @Test
    void refusesATimeThatWouldMoveTheWatermarkFarAhead() {
        Decoded trade = Decoded.of(trade(NOON + 2 * HOUR, NOON));
        trade.split = "bookpulse.market/3";
        Decoded refused = check.admit(trade);
        assertThat(refused.event).isNull();
        assertThat(refused.split).isEqualTo("bookpulse.market/3");
        assertThat(refused.reject).isNotNull();
        assertThat(refused.reject.reason).isEqualTo(RejectReason.BAD_TIME);
        assertThat(refused.reject.sourcePosition).isEqualTo(7);
        assertThat(refused.reject.payload).isNotEmpty();
    }

    @Test
    void refusesAPriceOfZero() {
        MarketEvent trade = trade(NOON, NOON);
        trade.priceE8 = 0;
        Decoded refused = check.admit(Decoded.of(trade));
        assertThat(refused.reject).isNotNull();
        assertThat(refused.reject.reason).isEqualTo(RejectReason.BAD_LEVEL);
    }

    private static MarketEvent trade(long eventTimeNanos, long receiveTimeNanos) {
        MarketEvent trade = new MarketEvent();
        trade.instrument = "test:A";
        trade.kind = EventKind.TRADE;
        trade.eventTimeNanos = eventTimeNanos;
        trade.receiveTimeNanos = receiveTimeNanos;
        trade.priceE8 = 100;
        trade.sizeE8 = 1;
        trade.source = "file";
        trade.sourcePosition = 7;
        return trade;
    }
}
