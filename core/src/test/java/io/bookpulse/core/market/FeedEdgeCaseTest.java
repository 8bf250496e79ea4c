package io.bookpulse.core.market;

import static io.bookpulse.core.market.EdgeCaseEvents.assertNothingOfTheBook;
import static io.bookpulse.core.market.EdgeCaseEvents.diff;
import static io.bookpulse.core.market.EdgeCaseEvents.quote;
import static io.bookpulse.core.market.EdgeCaseEvents.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** DEFINITIONS 23, by its numbers: gaps, duplicates, disorder and odd clocks of a feed. */
class FeedEdgeCaseTest {
    @Test
    void case10AMissingDiffMakesTheBookInvalidUntilTheNextSnapshot() {
        TestingMarket market =
                new TestingMarket()
                        .event(snapshot(1, 1))
                        .event(diff(2, 2).bid("100", "6"))
                        .event(diff(3, 4).bid("100", "7"))
                        .event(snapshot(4, 4))
                        .event(diff(5, 5).bid("100", "8"))
                        .advanceToSecond(5);

        assertThat(market.out.at(2).value(SampleColumn.OFI_1S)).isEqualTo(1);
        assertNothingOfTheBook(market.out.at(3));
        assertThat(QualityFlag.GAP.in(market.out.at(3).flags)).isTrue();
        assertThat(market.out.at(4).value(SampleColumn.MID)).isEqualTo(100.005);
        assertThat(market.out.at(4).value(SampleColumn.OFI_1S)).isNaN();
        assertThat(market.out.at(4).value(SampleColumn.OFI_10S)).isNaN();
        assertThat(market.out.at(4).value(SampleColumn.RET_1S)).isNaN();
        assertThat(market.out.at(5).value(SampleColumn.OFI_1S)).isEqualTo(3);
        assertThat(market.out.at(5).value(SampleColumn.OFI_10S)).isEqualTo(1 + 3);
        assertThat(market.out.at(5).value(SampleColumn.RET_1S)).isZero();
        assertThat(market.out.gaps).isEqualTo(1);
        assertThat(market.out.rejects).containsExactly(RejectReason.OLD_SEQUENCE);
    }

    @Test
    void aGapHealedWithinASecondStillInterruptsDifferences() {
        TestingMarket market =
                new TestingMarket()
                        .event(snapshot(1, 1))
                        .event(Events.delta().atMillis(1300).spot(5, 5).bid("100", "7"))
                        .event(snapshot(0, 6).atMillis(1600))
                        .advanceToSecond(2);

        assertThat(market.out.at(2).value(SampleColumn.MID)).isEqualTo(100.005);
        assertThat(market.out.at(2).value(SampleColumn.RET_1S)).isNaN();
        assertThat(market.out.at(2).value(SampleColumn.OFI_1S)).isNaN();
        assertThat(QualityFlag.GAP.in(market.out.at(2).flags)).isFalse();
    }

    @Test
    void case11AGapOfFiveMinutesEmptiesShortWindowsOnly() {
        TestingMarket market = new TestingMarket();
        for (int i = 1; i <= 200; i++) {
            market.event(snapshot(i, i).bid("99.98", String.valueOf(i)));
        }
        market.event(diff(201, 300).bid("100", "1"));
        market.event(snapshot(501, 400)).advanceToSecond(501);

        Sample resumed = market.out.at(501);
        assertThat(resumed.value(SampleColumn.SPREAD)).isEqualTo(0.01);
        assertThat(resumed.value(SampleColumn.SPREAD_MEAN_60S)).isNaN();
        assertThat(QualityFlag.WARMUP.in(resumed.flags)).isTrue();
        assertThat(resumed.value(SampleColumn.DEPTH_MEDIAN_600S)).isEqualTo(8);
        assertThat(market.out.samples).hasSize(200 + 4 + 1);
    }

    @Test
    void case12ADuplicateTradeCountsOnce() {
        TestingMarket market =
                new TestingMarket()
                        .event(quote(1, "100", "100.01"))
                        .event(Events.trade().atSeconds(1).id(7).buy().size("2"))
                        .event(Events.trade().atSeconds(1).id(7).buy().size("2"))
                        .advanceToSecond(1);

        assertThat(market.out.last().value(SampleColumn.VOLUME_1S)).isEqualTo(2);
        assertThat(market.out.rejects).containsExactly(RejectReason.DUPLICATE);
        assertThat(market.out.last().quality).isCloseTo(2.0 / 3, within(1e-12));
    }

    /** What the reordering before this stage puts right cannot be seen after it. */
    @Test
    void case13And15EventsInTheirOrderGiveTheSameHoweverTheyArrived() {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            EventBuilder event = Events.quote().atMillis(i / 4 * 400L).sequence(i);
            events.add(event.bid("100", "5").ask("100.0" + (1 + i % 7), "1").build());
        }
        List<MarketEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(13));
        shuffled.sort(EventOrder.INSTANCE);

        assertThat(new TestingMarket().events(shuffled).end().out.lines)
                .isEqualTo(new TestingMarket().events(events).end().out.lines);
    }

    /** Late events are set aside before; one that came through all the same breaks no order. */
    @Test
    void case14AnEventOlderThanTheLastSampleCountsInTheOpenSecond() {
        TestingMarket market =
                new TestingMarket()
                        .event(quote(1, "100", "100.02"))
                        .event(quote(5, "100", "100.02"))
                        .event(Events.trade().atSeconds(3).buy().size("2"))
                        .advanceToSecond(5);

        assertThat(market.out.at(5).value(SampleColumn.VOLUME_1S)).isEqualTo(2);
        assertThat(market.out.samples)
                .extracting(sample -> sample.eventTimeNanos)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void case16AClockStepForwardCarriesTheBookOverTheSecondsInBetween() {
        TestingMarket market =
                new TestingMarket()
                        .event(quote(1, "100", "100.02"))
                        .event(quote(4, "100", "100.04"))
                        .advanceToSecond(4);

        assertThat(market.out.samples).hasSize(4);
        assertThat(market.out.at(3).value(SampleColumn.SPREAD)).isEqualTo(0.02);
        assertThat(market.out.at(4).value(SampleColumn.SPREAD)).isEqualTo(0.04);
        market.event(quote(2, "100", "100.03")).advanceToSecond(5);
        assertThat(market.out.at(5).value(SampleColumn.SPREAD)).isEqualTo(0.03);
    }

    @Test
    void eventsWithoutUseAreConflated() {
        TestingMarket market =
                new TestingMarket()
                        .event(snapshot(1, 1))
                        .event(quote(1, "100", "100.01"))
                        .event(Events.trade().atSeconds(1).size("9").offBook())
                        .event(Events.event(EventKind.FEED_STATUS).atSeconds(1))
                        .advanceToSecond(1);

        assertThat(market.out.conflated).isEqualTo(3);
        assertThat(market.out.last().value(SampleColumn.VOLUME_1S)).isZero();
    }
}
