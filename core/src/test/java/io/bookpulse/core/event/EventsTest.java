package io.bookpulse.core.event;

import static io.bookpulse.core.event.Events.e8;
import static io.bookpulse.core.event.Events.snapshot;
import static io.bookpulse.core.event.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventsTest {
    @Test
    void buildsATradeInPublishedUnits() {
        MarketEvent event = trade().buy().price("101.25").size("5").atMillis(10).id(7).build();

        assertThat(event.kind).isEqualTo(EventKind.TRADE);
        assertThat(event.priceE8).isEqualTo(10_125_000_000L);
        assertThat(event.sizeE8).isEqualTo(500_000_000L);
        assertThat(event.side).isEqualTo(MarketEvent.BUY);
        assertThat(event.eventTimeNanos).isEqualTo(10_000_000L);
        assertThat(event.isBook()).isFalse();
    }

    @Test
    void buildsLevelsInTheOrderGiven() {
        MarketEvent event = snapshot().bids("100x5", "99.99 x 8").ask("100.02", "3").build();

        assertThat(event.bidPricesE8).containsExactly(10_000_000_000L, 9_999_000_000L);
        assertThat(event.bidSizesE8).containsExactly(500_000_000L, 800_000_000L);
        assertThat(event.askPricesE8).containsExactly(10_002_000_000L);
        assertThat(event.isBook()).isTrue();
    }

    @Test
    void refusesMoreThanEightDecimals() {
        assertThatThrownBy(() -> e8("0.000000001")).isInstanceOf(ArithmeticException.class);
    }
}
