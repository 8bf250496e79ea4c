package io.bookpulse.core.market;

import static io.bookpulse.core.market.EdgeCaseEvents.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import org.junit.jupiter.api.Test;

/**
 * Quotes and trades of one instrument often come from two files, and either from the next day's.
 */
class TransitionSourceTest {
    private final TestingMarket market = new TestingMarket();

    @Test
    void aSpikeNamesTheSourceOfItsOwnQuote() {
        quietUntil(60);
        market.event(quote(61, "100", "101").source("quotes-2.csv", 4));
        Transition entered = only(Quantity.SPREAD);
        assertThat(entered.sourceFrom).isEqualTo("quotes-2.csv:4");
        assertThat(entered.sourceTo).isEqualTo("quotes-2.csv:4");
    }

    @Test
    void aSweepNamesTheSourceOfItsOwnTrades() {
        quietUntil(150);
        String[] prices = {"100.01", "100.03", "100.05"};
        for (int i = 0; i < prices.length; i++) {
            market.event(
                    Events.trade()
                            .atMillis(150_500 + i)
                            .id(1_000 + i)
                            .buy()
                            .price(prices[i])
                            .size("100")
                            .source("trades-2.csv", 7 + i));
        }
        Transition sweep = only(Quantity.SWEEP);
        assertThat(sweep.sourceFrom).isEqualTo("trades-2.csv:7");
        assertThat(sweep.sourceTo).isEqualTo("trades-2.csv:9");
    }

    private void quietUntil(int seconds) {
        for (int i = 1; i <= seconds; i++) {
            market.event(quote(i, "100", "100.01").source("quotes-1.csv", i));
            market.event(
                    Events.trade()
                            .atSeconds(i)
                            .id(i)
                            .buy()
                            .price("100.01")
                            .source("trades.csv", i));
        }
    }

    private Transition only(Quantity quantity) {
        return market.out.transitions.stream()
                .filter(each -> each.quantity == quantity && each.step == Step.ENTERED)
                .reduce(
                        (one, two) -> {
                            throw new AssertionError("two of them");
                        })
                .orElseThrow();
    }
}
