package io.bookpulse.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.FeatureOutput;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.feature.FeatureState;
import io.bookpulse.core.feature.Features;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.SpreadScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleClockTest {
    private static EventBuilder quote(long millis, String ask) {
        return Events.quote().atMillis(millis).bid("100", "5").ask(ask, "3");
    }

    private static List<Long> seconds(TestingMarket market) {
        return market.out.samples.stream()
                .map(sample -> sample.eventTimeNanos / 1_000_000_000L)
                .toList();
    }

    @Test
    void anEventOnTheGridPointBelongsToItsSample() {
        TestingMarket market =
                new TestingMarket()
                        .event(quote(500, "100.01"))
                        .event(quote(1000, "100.02"))
                        .event(quote(1001, "100.03"));

        assertThat(market.out.samples).hasSize(1);
        assertThat(market.out.last().value(SampleColumn.SPREAD)).isEqualTo(0.02);
    }

    @Test
    void aSilentInstrumentYieldsOneStaleSampleAndThenNothing() {
        TestingMarket market =
                new TestingMarket().event(quote(1500, "100.01")).advanceToSecond(60).end();

        assertThat(seconds(market)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(market.out.at(4).value(SampleColumn.MID)).isEqualTo(100.005);
        assertThat(QualityFlag.STALE.in(market.out.at(4).flags)).isFalse();
        assertThat(market.out.at(5).value(SampleColumn.MID)).isNaN();
        assertThat(QualityFlag.STALE.in(market.out.at(5).flags)).isTrue();
        assertThat(market.market.nextDueNanos(market.state)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aQuoteThatSaysTheSameAgainKeepsTheBookFresh() {
        TestingMarket market = new TestingMarket();
        for (int i = 1; i <= 20; i++) {
            market.event(quote(i * 1000L, "100.01"));
        }
        market.advanceToSecond(20);

        assertThat(market.out.samples).hasSize(20);
        assertThat(market.out.samples).noneMatch(sample -> QualityFlag.STALE.in(sample.flags));
        assertThat(market.out.conflated).isEqualTo(19);
    }

    @Test
    void tradesAloneDoNotKeepTheBookFresh() {
        TestingMarket market = new TestingMarket().event(quote(1000, "100.01"));
        for (int i = 2; i <= 20; i++) {
            market.event(Events.trade().atSeconds(i).buy());
        }
        market.event(quote(21_000, "100.01")).advanceToSecond(21);

        assertThat(seconds(market)).containsExactly(1L, 2L, 3L, 4L, 5L, 21L);
        assertThat(market.out.last().value(SampleColumn.INTENSITY_5S)).isEqualTo(0.8);
        assertThat(market.out.last().value(SampleColumn.OFI_1S)).isNaN();
    }

    @Test
    void waitingDiffsAreRefusedAtTheEnd() {
        TestingMarket market =
                new TestingMarket()
                        .event(Events.delta().spot(5, 5).bid("100", "1"))
                        .event(Events.delta().spot(6, 6).bid("100", "2"));

        assertThat(market.market.nextDueNanos(market.state)).isEqualTo(Market.AT_END);
        assertThat(market.end().out.rejects)
                .containsExactly(RejectReason.UNUSABLE, RejectReason.UNUSABLE);
        assertThat(market.out.samples).isEmpty();
        assertThat(market.market.nextDueNanos(market.state)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void diffsThatWaitedAreAppliedWithTheSnapshot() {
        TestingMarket market =
                new TestingMarket()
                        .event(Events.delta().atMillis(100).spot(5, 5).bid("100", "1"))
                        .event(Events.delta().atMillis(200).spot(6, 6).bid("100", "2"))
                        .event(
                                Events.snapshot()
                                        .atMillis(300)
                                        .spot(5, 5)
                                        .bids("100x9")
                                        .asks("100.01x1"))
                        .advanceToSecond(1);

        assertThat(market.out.last().value(SampleColumn.TOP_DEPTH)).isEqualTo(3);
        assertThat(market.out.accepted).isEqualTo(2);
        assertThat(market.out.rejects).containsExactly(RejectReason.OLD_SEQUENCE);
        assertThat(market.out.last().quality).as("a covered diff is no fault").isEqualTo(1);
    }

    @Test
    void samplesSayBetweenWhichPositionsTheyLie() {
        TestingMarket market =
                new TestingMarket()
                        .event(quote(100, "100.01").source("a.csv", 1))
                        .event(quote(200, "100.02").source("a.csv", 2))
                        .event(quote(300, "100.03").source("b.csv", 7))
                        .advanceToSecond(2);

        assertThat(market.out.at(1).sourceFrom()).isEqualTo("a.csv:1");
        assertThat(market.out.at(1).sourceTo()).isEqualTo("b.csv:7");
        assertThat(market.out.at(2).sourceFrom()).isEqualTo("b.csv:7");
        assertThat(market.out.at(2).sourceTo()).isEqualTo("b.csv:7");
    }

    /** Live value and next sample are judged by the same measure. */
    @Test
    void theFrozenBaselineIsThatOfTheNextSample() {
        Features features = new Features(FeatureParameters.defaults(), SpreadScore.PLAIN);
        FeatureState state = features.newState();
        BookState book = new BookState();
        TestingMarket source = new TestingMarket();
        Comparison comparison = new Comparison();
        for (MarketEvent event : new RandomMarket(71).quotesAndTrades(3000)) {
            features.advance(state, book, event.eventTimeNanos - 1, comparison);
            source.market.update(source.state, event, source.out);
            book = source.state.book;
            features.seen(state, event);
            features.judged(state, event.eventTimeNanos, 1);
            if (event.isBook() && features.book(state, book, event)) {
                comparison.change(state.live);
            }
        }

        assertThat(comparison.compared).isGreaterThan(300);
    }

    /** Remembers the baseline of the last change and expects it in the sample that follows. */
    private static final class Comparison implements FeatureOutput {
        private double mean = Double.NaN;
        private double median = Double.NaN;
        private int compared;

        void change(LiveQuote quote) {
            assertThat(quote.onGrid).isFalse();
            mean = quote.spreadMean;
            median = quote.depthMedian;
        }

        @Override
        public void sample(Sample sample) {
            if (mean > 0) {
                assertThat(sample.value(SampleColumn.SPREAD_MEAN_60S)).isEqualTo(mean);
                assertThat(sample.value(SampleColumn.DEPTH_MEDIAN_600S))
                        .isEqualTo(Double.valueOf(median));
                compared++;
            }
            mean = Double.NaN;
        }

        @Override
        public void live(LiveQuote quote) {
            assertThat(quote.onGrid).isTrue();
        }

        @Override
        public void bar(Bar bar) {
            assertThat(bar.trades).isZero();
        }
    }
}
