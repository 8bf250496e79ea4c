package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.market.TestingMarket;
import org.junit.jupiter.api.Test;

class BarBuilderTest {
    private static EventBuilder trade(long millis, String price, String size) {
        return Events.trade().atMillis(millis).price(price).size(size);
    }

    @Test
    void gathersTheTradesOfAMinute() {
        TestingMarket market =
                new TestingMarket()
                        .event(trade(60_000, "100", "1").buy())
                        .event(trade(80_000, "104", "2").sell())
                        .event(trade(90_000, "98", "1").buy())
                        .event(trade(119_999, "102", "4").sell())
                        .event(trade(120_000, "103", "1").buy());

        assertThat(market.out.bars).hasSize(1);
        Bar bar = market.out.bars.get(0);
        assertThat(bar.instrument).isEqualTo(Events.INSTRUMENT);
        assertThat(bar.openTimeNanos).isEqualTo(60_000_000_000L);
        assertThat(bar.closeTimeNanos).isEqualTo(119_999_000_000L);
        assertThat(new double[] {bar.open, bar.high, bar.low, bar.close})
                .containsExactly(100, 104, 98, 102);
        assertThat(bar.volume).isEqualTo(8);
        assertThat(bar.quoteVolume).isEqualTo(100 + 208 + 98 + 408);
        assertThat(bar.vwap).isEqualTo(814.0 / 8);
        assertThat(bar.trades).isEqualTo(4);
        assertThat(bar.takerBuyBase).isEqualTo(2);
        assertThat(bar.takerBuyQuote).isEqualTo(198);
        assertThat(bar.range).isEqualTo(0.06);
        assertThat(bar.momentum).isNaN();
        assertThat(bar.activity).isNaN();
        assertThat(bar.coverage).isZero();
    }

    @Test
    void comesAtItsCloseWithoutAFurtherTrade() {
        TestingMarket market = new TestingMarket().event(trade(61_000, "100", "1"));

        assertThat(market.market.nextDueNanos(market.state)).isEqualTo(119_999_999_999L);
        assertThat(market.advanceToSecond(119).out.bars).isEmpty();
        assertThat(market.advanceToSecond(120).out.bars).hasSize(1);
    }

    @Test
    void emptyBarsDoNotExist() {
        TestingMarket market =
                new TestingMarket()
                        .event(trade(1_000, "100", "1"))
                        .event(trade(601_000, "110", "1"))
                        .end();

        assertThat(market.out.bars).hasSize(2);
        assertThat(market.out.bars.get(1).momentum).isCloseTo(Math.log(1.1), within(1e-15));
    }

    /** 19 bars of volume 1 and one of 21: the mean is 2, this bar included. */
    @Test
    void activityNeedsTwentyBars() {
        TestingMarket market = new TestingMarket();
        for (int i = 0; i < 20; i++) {
            market.event(trade(i * 60_000L, "100", i == 19 ? "21" : "1"));
        }
        market.end();

        assertThat(market.out.bars.get(18).activity).isNaN();
        assertThat(market.out.bars.get(19).activity).isEqualTo(10.5);
    }

    /** Quotes from second 15 on, so the grid points 15 to 59 of 60 have a book. */
    @Test
    void coverageIsTheShareOfSamplePointsWithABook() {
        TestingMarket market = new TestingMarket();
        for (int i = 15; i < 60; i++) {
            market.event(Events.quote().atSeconds(i).bid("100", "1").ask("101", "1"));
        }
        market.event(trade(30_000, "100", "1").atSeconds(59)).end();

        assertThat(market.out.bars.get(0).coverage).isEqualTo(0.75);
    }
}
