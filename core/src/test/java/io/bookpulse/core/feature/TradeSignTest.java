package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.market.TestingMarket;
import org.junit.jupiter.api.Test;

class TradeSignTest {
    private static final BookState BOOK =
            new TestingMarket().event(Events.quote().bid("100", "1").ask("100.04", "1")).state.book;
    private static final BookState NO_BOOK = new BookState();

    private final TradeSignState state = new TradeSignState();

    private int sign(BookState book, String price) {
        return TradeSign.of(state, book, Events.trade().price(price).build());
    }

    @Test
    void theVenueKnowsBest() {
        assertThat(TradeSign.of(state, BOOK, Events.trade().price("100.04").sell().build()))
                .isEqualTo(-1);
    }

    @Test
    void aboveTheMidIsAPurchaseAndBelowASale() {
        assertThat(sign(BOOK, "100.03")).isEqualTo(1);
        assertThat(sign(BOOK, "100.01")).isEqualTo(-1);
    }

    @Test
    void atTheMidTheLastPriceChangeDecides() {
        assertThat(sign(BOOK, "100.02")).isZero();
        assertThat(sign(BOOK, "100.01")).isEqualTo(-1);
        assertThat(sign(BOOK, "100.02")).isEqualTo(1);
        assertThat(sign(BOOK, "100.02")).isEqualTo(1);
    }

    @Test
    void withoutABookTheLastPriceChangeDecides() {
        assertThat(sign(NO_BOOK, "5")).isZero();
        assertThat(sign(NO_BOOK, "4")).isEqualTo(-1);
        assertThat(sign(NO_BOOK, "4")).isEqualTo(-1);
        assertThat(sign(NO_BOOK, "6")).isEqualTo(1);
    }
}
