package io.bookpulse.core.book;

import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.quote;
import static io.bookpulse.core.event.Events.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteCheckTest {
    private final BookFixture book = new BookFixture();
    private final List<String> found = new ArrayList<>();
    private QuoteCheck check = QuoteCheck.defaults();
    private QuoteCheckState state = check.newState();

    @Test
    void agreesOnceALaterQuoteHasClosedTheQuestion() {
        show(snapshot().bids("99x1").asks("101x1").spot(-1, 10));
        show(delta().bids("99x2").spot(11, 20));
        quotes(9, "99", "1", "101", "1");
        quotes(15, "99", "3", "101", "1");
        quotes(20, "99", "2", "101", "1");
        assertThat(state.agreements).isEqualTo(1);

        quotes(21, "99", "5", "101", "1");

        assertThat(state.agreements).isEqualTo(2);
        assertThat(state.disagreements).isZero();
    }

    @Test
    void letsQuotesRunAheadOfTheBook() {
        for (int id = 1; id <= 40; id++) {
            quotes(id, "99", String.valueOf(id), "101", "1");
        }
        show(snapshot().bids("99x7").asks("101x1").spot(-1, 7));
        show(delta().bids("99x33").spot(8, 33));

        assertThat(state.agreements).isEqualTo(2);
        assertThat(state.quotes.count).isEqualTo(8);
        assertThat(state.lost).isZero();
    }

    @Test
    void namesEachKindOfDifference() {
        quotes(1, "99", "1", "101", "1");
        show(snapshot().bids("98x1").asks("102x1").spot(-1, 1));
        show(delta().bids("99.5x1").asks("100.5x1").spot(2, 2));
        show(delta().bids("99.5x0", "99x2").asks("100.5x0", "101x2").spot(3, 3));
        show(delta().bids("99x1").asks("101x1").spot(4, 4));
        quotes(5, "99", "1", "101", "9");

        assertThat(state.disagreements).isEqualTo(3);
        assertThat(state.agreements).isEqualTo(1);
        assertThat(state.differences).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(found).containsExactly("1 against 1", "1 against 2", "1 against 3");
    }

    @Test
    void knowsAMissingLevelThatNoSnapshotReached() {
        show(snapshot().bids("99x1", "98x1").asks("101x1", "102x1").spot(-1, 1));
        show(delta().bids("99x0", "98x0", "90x1").asks("101x0", "102x0", "120x1").spot(2, 2));
        quotes(2, "97", "1", "105", "1");
        quotes(3, "97", "2", "105", "1");

        assertThat(state.unverified).isEqualTo(1);
        assertThat(state.disagreements).isEqualTo(1);
        assertThat(state.missingBeyondReach).isEqualTo(2);
    }

    @Test
    void comparesEmptySides() {
        show(snapshot().spot(-1, 5));
        check.quote(state, quote().sequence(4).build(), this::note);
        quotes(6, "99", "1", "101", "1");
        show(snapshot().spot(-1, 7));
        quotes(8, "99", "1", "101", "2");

        assertThat(state.agreements).isEqualTo(1);
        assertThat(state.differences[QuoteDifference.MISSING_BID.ordinal()]).isEqualTo(1);
        assertThat(state.differences[QuoteDifference.MISSING_ASK.ordinal()]).isEqualTo(1);
        assertThat(state.missingBeyondReach).isZero();
    }

    @Test
    void ignoresInvalidBooksAndQuotesThatGoBack() {
        show(delta().bids("99x1").spot(1, 1));
        quotes(5, "99", "1", "101", "1");
        quotes(5, "99", "2", "101", "1");

        assertThat(state.books.count).isZero();
        assertThat(state.outOfOrder).isEqualTo(1);
    }

    @Test
    void losesTheOldestBeyondItsLimitAndCountsIt() {
        check = new QuoteCheck(3);
        state = check.newState();
        for (int id = 1; id <= 8; id++) {
            quotes(id, "99", String.valueOf(id), "101", "1");
        }

        show(snapshot().bids("99x4").asks("101x1").spot(-1, 4));

        assertThat(state.lost).isEqualTo(5);
        assertThat(state.unverified).isEqualTo(1);
    }

    private void show(EventBuilder event) {
        book.apply(event);
        check.book(state, book.state, this::note);
    }

    private void quotes(long id, String bid, String bidSize, String ask, String askSize) {
        check.quote(
                state,
                quote().sequence(id).bid(bid, bidSize).ask(ask, askSize).build(),
                this::note);
    }

    private void note(BestPrices quote, BestPrices against) {
        found.add(quote.sequence + " against " + against.sequence);
    }
}
