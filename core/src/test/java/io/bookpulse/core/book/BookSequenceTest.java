package io.bookpulse.core.book;

import static io.bookpulse.core.book.BookResult.APPLIED;
import static io.bookpulse.core.book.BookResult.CONFLATED;
import static io.bookpulse.core.book.BookResult.GAP;
import static io.bookpulse.core.book.BookResult.OLD_SEQUENCE;
import static io.bookpulse.core.book.BookResult.UNUSABLE;
import static io.bookpulse.core.book.BookResult.WAITING;
import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.SequenceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookSequenceTest {
    private final BookFixture book = new BookFixture();

    @ParameterizedTest
    @CsvSource({
        "90, 100, OLD_SEQUENCE",
        "90, 101, APPLIED",
        "101, 101, APPLIED",
        "101, 120, APPLIED",
        "102, 120, GAP"
    })
    void joinsASpotDiffToSnapshotHundred(long first, long last, BookResult expected) {
        book.apply(spotSnapshot(100));

        assertThat(book.apply(bid("99x9").spot(first, last))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 90, 99, OLD_SEQUENCE",
        "80, 90, 100, APPLIED",
        "80, 90, 101, APPLIED",
        "99, 100, 101, APPLIED",
        "100, 105, 110, APPLIED",
        "98, 105, 110, APPLIED",
        "101, 102, 110, GAP"
    })
    void joinsAFuturesDiffToSnapshotHundred(
            long previous, long first, long last, BookResult expected) {
        book.apply(snapshot().bids("99x1").asks("101x1").futures(-1, -1, 100));

        assertThat(book.apply(bid("99x9").futures(previous, first, last))).isEqualTo(expected);
    }

    @Test
    void followsFuturesDiffsByTheirPreviousNumber() {
        book.apply(snapshot().bids("99x1").asks("101x1").futures(-1, -1, 100));
        book.apply(bid("99x2").futures(80, 90, 110));

        assertThat(book.apply(bid("99x3").futures(110, 117, 130))).isEqualTo(APPLIED);
        assertThat(book.apply(bid("99x4").futures(110, 117, 130))).isEqualTo(OLD_SEQUENCE);
        assertThat(book.apply(bid("99x5").futures(131, 132, 140))).isEqualTo(GAP);
        assertThat(book.state.sequenceGaps).isEqualTo(1);
    }

    @Test
    void followsSpotDiffsThatOverlap() {
        book.apply(spotSnapshot(100));
        book.apply(bid("99x2").spot(101, 110));

        assertThat(book.apply(bid("99x3").spot(105, 111))).isEqualTo(APPLIED);
        assertThat(book.apply(bid("99x4").spot(105, 111))).isEqualTo(OLD_SEQUENCE);
        assertThat(book.levels()).isEqualTo("99x3 | 101x1");
        assertThat(book.state.lastSequence).isEqualTo(111);
    }

    @Test
    void asksConsecutiveDiffsForTheNextNumber() {
        book.apply(spotSnapshot(100).rule(SequenceRule.CONSECUTIVE));

        assertThat(book.apply(consecutive("99x2", 101))).isEqualTo(APPLIED);
        assertThat(book.apply(consecutive("99x3", 101))).isEqualTo(OLD_SEQUENCE);
        assertThat(book.apply(consecutive("99x4", 103))).isEqualTo(GAP);
        assertThat(book.state.valid).isFalse();
    }

    @Test
    void appliesDiffsOfEqualTimeByTheirNumbers() {
        book.apply(spotSnapshot(100).atMillis(5));

        assertThat(book.apply(bid("99x2").spot(101, 101).atMillis(5))).isEqualTo(APPLIED);
        assertThat(book.apply(bid("99x3").spot(102, 102).atMillis(5))).isEqualTo(APPLIED);
        assertThat(book.levels()).isEqualTo("99x3 | 101x1");
    }

    @Test
    void buffersBeforeTheSnapshotAndThenAppliesOnlyWhatIsNew() {
        assertThat(book.apply(bid("99x1").spot(90, 95).atMillis(1))).isEqualTo(WAITING);
        assertThat(book.apply(bid("98x1").spot(96, 104).atMillis(2))).isEqualTo(WAITING);
        assertThat(book.apply(bid("10x1").spot(105, 109).atMillis(3))).isEqualTo(WAITING);

        BookResult result = book.apply(spotSnapshot(100).atMillis(4));

        assertThat(result).isEqualTo(APPLIED);
        assertThat(book.resolved).containsExactly("95 OLD_SEQUENCE", "104 APPLIED", "109 APPLIED");
        assertThat(book.levels()).isEqualTo("99x1 98x1 10x1 | 101x1");
        assertThat(book.state.lastSequence).isEqualTo(109);
        assertThat(book.state.lastTopChangeNanos).isEqualTo(4_000_000L);
        assertThat(book.apply(bid("9x1").spot(110, 110))).isEqualTo(APPLIED);
    }

    @Test
    void waitsAfterAGapOfOneAndResolvesItWithTheNextSnapshot() {
        book.apply(spotSnapshot(100));
        book.apply(bid("99x2").spot(101, 101));

        assertThat(book.apply(bid("99x3").spot(103, 103))).isEqualTo(GAP);
        assertThat(book.state.isUsable()).isFalse();
        assertThat(book.apply(bid("99x4").spot(104, 104))).isEqualTo(WAITING);
        assertThat(book.resolved).isEmpty();

        assertThat(book.apply(spotSnapshot(103))).isEqualTo(APPLIED);
        assertThat(book.resolved).containsExactly("103 OLD_SEQUENCE", "104 APPLIED");
        assertThat(book.levels()).isEqualTo("99x4 | 101x1");
        assertThat(book.state.synchronisations).isEqualTo(2);
        assertThat(book.state.gaps).isEqualTo(1);
    }

    @Test
    void recoversFromAGapOfFiveMinutesWithTheSnapshotAlone() {
        book.apply(spotSnapshot(100).atSeconds(0));
        book.apply(bid("98x1").spot(5000, 5001).atSeconds(300));

        assertThat(book.apply(spotSnapshot(6000).atSeconds(301))).isEqualTo(APPLIED);
        assertThat(book.resolved).containsExactly("5001 OLD_SEQUENCE");
        assertThat(book.levels()).isEqualTo("99x1 | 101x1");
    }

    @Test
    void refusesASnapshotThatDoesNotReachTheWaitingDiffs() {
        book.apply(spotSnapshot(100));
        book.apply(bid("99x3").spot(110, 112));

        assertThat(book.apply(spotSnapshot(105))).isEqualTo(UNUSABLE);
        assertThat(book.state.valid).isFalse();
        assertThat(book.resolved).isEmpty();
        assertThat(book.apply(spotSnapshot(109))).isEqualTo(APPLIED);
        assertThat(book.resolved).containsExactly("112 APPLIED");
    }

    @Test
    void staysInvalidAtAGapWithinTheWaitingDiffs() {
        book.apply(bid("99x1").spot(90, 101));
        book.apply(bid("99x2").spot(105, 106));

        book.apply(spotSnapshot(100));

        assertThat(book.resolved).hasSize(1);
        assertThat(book.state.valid).isFalse();
        assertThat(book.state.waiting.count).isEqualTo(1);
        book.apply(spotSnapshot(106));
        assertThat(book.resolved).last().isEqualTo("106 OLD_SEQUENCE");
        assertThat(book.state.isUsable()).isTrue();
    }

    @Test
    void ignoresASnapshotOlderThanAValidBook() {
        book.apply(spotSnapshot(100));
        book.apply(bid("99x2").spot(101, 110));

        assertThat(book.apply(spotSnapshot(109))).isEqualTo(OLD_SEQUENCE);
        assertThat(book.levels()).isEqualTo("99x2 | 101x1");
    }

    @Test
    void joinsByTheSnapshotsRuleAfterASnapshotInTheMiddle() {
        book.apply(spotSnapshot(100));
        book.apply(bid("99x2").spot(101, 110));

        assertThat(book.apply(spotSnapshot(115))).isEqualTo(APPLIED);
        assertThat(book.apply(bid("99x3").spot(111, 114))).isEqualTo(OLD_SEQUENCE);
        assertThat(book.apply(bid("99x4").spot(115, 118))).isEqualTo(APPLIED);
        assertThat(book.state.synchronisations).isEqualTo(1);
    }

    @Test
    void givesUpTheOldestWaitingDiffBeyondTheLimit() {
        BookFixture small = new BookFixture(BookFixture.limits(1, 10, 2));
        for (int i = 1; i <= 4; i++) {
            assertThat(small.apply(bid("99x" + i).spot(i, i))).isEqualTo(WAITING);
        }

        assertThat(small.resolved).containsExactly("1 UNUSABLE", "2 UNUSABLE");
        small.apply(spotSnapshot(2));
        assertThat(small.resolved).endsWith("3 APPLIED", "4 APPLIED");
    }

    @Test
    void drainRejectsWhatStillWaits() {
        book.apply(bid("99x1").spot(1, 1));
        book.apply(bid("99x2").spot(2, 2));

        book.drain();
        book.drain();

        assertThat(book.resolved).containsExactly("1 UNUSABLE", "2 UNUSABLE");
    }

    @Test
    void withoutNumbersASnapshotCoversAllThatWaited() {
        book.apply(bid("99x7"));

        book.apply(snapshot().bids("99x1").asks("101x1"));

        assertThat(book.resolved).containsExactly("-1 OLD_SEQUENCE");
        assertThat(book.apply(bid("99x1"))).isEqualTo(CONFLATED);
        assertThat(book.apply(bid("99x8"))).isEqualTo(APPLIED);
    }

    @Test
    void isInvalidOnceATruncatedSideHasTooFewKnownLevels() {
        BookFixture small = new BookFixture(BookFixture.limits(2, 3, 10));
        small.apply(snapshot().bids("99x1", "98x1", "97x1", "96x1").asks("101x1").spot(-1, 100));

        assertThat(small.state.evictedLevels).isEqualTo(1);
        assertThat(small.apply(bid("95x1").spot(101, 101))).isEqualTo(CONFLATED);
        assertThat(small.apply(bid("99x0").spot(102, 102))).isEqualTo(APPLIED);
        assertThat(small.apply(bid("96x5").spot(103, 103))).isEqualTo(CONFLATED);
        assertThat(small.levels()).isEqualTo("98x1 97x1 | 101x1");
        assertThat(small.apply(bid("98x0").spot(104, 104))).isEqualTo(GAP);
        assertThat(small.state.valid).isFalse();
        assertThat(small.apply(spotSnapshot(104))).isEqualTo(APPLIED);
        assertThat(small.resolved).containsExactly("104 OLD_SEQUENCE");
        assertThat(small.apply(bid("99x0").spot(105, 105))).isEqualTo(APPLIED);
        assertThat(small.state.isUsable()).isTrue();
    }

    private static EventBuilder spotSnapshot(long id) {
        return snapshot().bids("99x1").asks("101x1").spot(-1, id);
    }

    private static EventBuilder consecutive(String bid, long number) {
        return bid(bid).rule(SequenceRule.CONSECUTIVE).sequence(number);
    }

    private static EventBuilder bid(String level) {
        return delta().bids(level);
    }
}
