package io.bookpulse.core.market;

import static io.bookpulse.core.market.EdgeCaseEvents.assertNothingOfTheBook;
import static io.bookpulse.core.market.EdgeCaseEvents.diff;
import static io.bookpulse.core.market.EdgeCaseEvents.quote;
import static io.bookpulse.core.market.EdgeCaseEvents.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DEFINITIONS 23, by its numbers: odd books, and windows that are not full. */
class MarketEdgeCaseTest {
    @Test
    void case01AnEmptyBookHasNoPrices() {
        Sample sample =
                new TestingMarket()
                        .event(Events.snapshot().atSeconds(1))
                        .advanceToSecond(1)
                        .out
                        .last();

        assertThat(sample.value(SampleColumn.MID)).isNaN();
        assertThat(sample.value(SampleColumn.IMBALANCE_5)).isNaN();
        assertThat(sample.value(SampleColumn.TOP_DEPTH)).isZero();
        assertThat(QualityFlag.EMPTY_SIDE.in(sample.flags)).isTrue();
        assertThat(QualityFlag.ZERO_DEPTH.in(sample.flags)).isTrue();
    }

    @Test
    void case02AOneSidedBookHasImbalanceButNoMid() {
        Sample sample =
                new TestingMarket()
                        .event(Events.quote().atSeconds(1).bid("100", "5"))
                        .advanceToSecond(1)
                        .out
                        .last();

        assertThat(sample.value(SampleColumn.MID)).isNaN();
        assertThat(sample.value(SampleColumn.SPREAD)).isNaN();
        assertThat(sample.value(SampleColumn.IMBALANCE_1)).isEqualTo(1);
        assertThat(sample.value(SampleColumn.TOP_DEPTH)).isEqualTo(5);
        assertThat(QualityFlag.EMPTY_SIDE.in(sample.flags)).isTrue();
    }

    @Test
    void case03ALevelOfSizeZeroIsNoLevel() {
        Sample sample =
                new TestingMarket()
                        .event(snapshot(1, 1))
                        .event(diff(2, 2).bid("100", "0"))
                        .advanceToSecond(2)
                        .out
                        .last();

        assertThat(sample.value(SampleColumn.SPREAD)).isEqualTo(0.02);
        assertThat(sample.value(SampleColumn.BID_DEPTH_5)).isEqualTo(4);
    }

    @Test
    void case04ALockedBookHasSpreadZero() {
        Sample sample =
                new TestingMarket().event(quote(1, "100", "100")).advanceToSecond(1).out.last();

        assertThat(sample.value(SampleColumn.SPREAD)).isZero();
        assertThat(QualityFlag.LOCKED.in(sample.flags)).isTrue();
        assertThat(sample.quality).isEqualTo(0.5);
    }

    @Test
    void case05ACrossedBookHasNothingAndTheNextHealthyOneComparesWithTheLastGoodOne() {
        TestingMarket market =
                new TestingMarket()
                        .event(quote(1, "100", "100.02"))
                        .event(quote(2, "100.05", "100.02"))
                        .event(Events.quote().atSeconds(3).bid("100", "7").ask("100.02", "3"))
                        .advanceToSecond(3);

        assertNothingOfTheBook(market.out.at(2));
        assertThat(QualityFlag.CROSSED.in(market.out.at(2).flags)).isTrue();
        assertThat(market.out.rejects).containsExactly(RejectReason.CROSSED);
        assertThat(market.out.at(3).value(SampleColumn.OFI_1S)).isEqualTo(2);
        assertThat(market.out.at(3).value(SampleColumn.RET_1S)).isNaN();
    }

    @Test
    void case06ABookCrossedForTenSecondsIsAGap() {
        TestingMarket market = new TestingMarket().event(snapshot(1, 1));
        for (int i = 2; i <= 11; i++) {
            market.event(diff(i, i).bid("100.05", String.valueOf(i)));
        }
        market.event(snapshot(12, 20)).advanceToSecond(13);

        assertThat(market.out.gaps).isEqualTo(1);
        assertThat(market.out.samples)
                .extracting(sample -> sample.eventTimeNanos / 1_000_000_000L)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 12L, 13L);
        assertThat(QualityFlag.CROSSED.in(market.out.at(4).flags)).isTrue();
        assertThat(QualityFlag.STALE.in(market.out.at(5).flags)).isTrue();
        assertThat(market.out.at(12).value(SampleColumn.RET_1S)).isNaN();
        assertThat(market.out.at(13).value(SampleColumn.RET_1S)).isZero();
    }

    @Test
    void case07TheFirstSampleHasNoDifferences() {
        Sample first =
                new TestingMarket().event(quote(1, "100", "100.02")).advanceToSecond(1).out.last();

        assertThat(first.value(SampleColumn.MID)).isEqualTo(100.01);
        assertThat(first.value(SampleColumn.RET_1S)).isNaN();
        assertThat(first.value(SampleColumn.OFI_1S)).isNaN();
        assertThat(first.value(SampleColumn.MICROPRICE_DRIFT)).isNaN();
        assertThat(first.value(SampleColumn.SPREAD_MEAN_60S)).isNaN();
        assertThat(QualityFlag.WARMUP.in(first.flags)).isTrue();
    }

    /** The floor is a quarter tick, so one tick is z = 4 and not infinite. */
    @Test
    void case08OneTickAfterAConstantSpreadIsFourSigma() {
        TestingMarket market = new TestingMarket();
        for (int i = 1; i <= 31; i++) {
            market.event(quote(i, "100", "100.01"));
        }
        market.event(quote(32, "100", "100.02")).advanceToSecond(32);

        assertThat(market.out.at(30).value(SampleColumn.SPREAD_Z_60S)).isNaN();
        assertThat(market.out.at(31).value(SampleColumn.SPREAD_Z_60S)).isCloseTo(0, within(1e-9));
        assertThat(market.out.last().value(SampleColumn.SPREAD_Z_60S)).isCloseTo(4, within(1e-9));
        assertThat(market.out.last().value(SampleColumn.SPREAD_STD_60S)).isZero();
        assertThat(QualityFlag.DEGENERATE.in(market.out.last().flags)).isTrue();
        assertThat(QualityFlag.WARMUP.in(market.out.last().flags)).isFalse();
        assertThat(market.out.transitions)
                .extracting(transition -> transition.step)
                .contains(Transition.Step.ENTERED);
    }

    @Test
    void case09AMissingValueLeavesTheWindowsAsTheyAre() {
        TestingMarket with = new TestingMarket();
        for (int i = 1; i <= 40; i++) {
            with.event(
                    i == 20
                            ? Events.quote().atSeconds(i).bid("100", "5")
                            : quote(i, "100", i % 2 == 0 ? "100.01" : "100.03"));
        }
        with.advanceToSecond(40);

        assertThat(with.out.at(20).value(SampleColumn.SPREAD_MEAN_60S))
                .isCloseTo((10 * 0.03 + 9 * 0.01) / 19, within(1e-12));
        assertThat(with.out.at(21).value(SampleColumn.SPREAD_MEAN_60S))
                .isEqualTo(with.out.at(20).value(SampleColumn.SPREAD_MEAN_60S));
        assertThat(with.out.at(40).value(SampleColumn.SPREAD_MEAN_60S))
                .isCloseTo((20 * 0.03 + 18 * 0.01) / 38, within(1e-12));
    }

    @Test
    void case17APriceTenfoldStartsTheScaleAnew() {
        TestingMarket market = new TestingMarket();
        for (int i = 1; i <= 40; i++) {
            market.event(quote(i, "100", "100.01"));
            market.event(Events.trade().atSeconds(i).price("100").buy());
        }
        market.event(quote(41, "1000", "1000.1"));
        market.event(Events.trade().atSeconds(41).price("1000.1").buy());
        for (int i = 42; i <= 71; i++) {
            market.event(quote(i, "1000", "1000.1"));
        }
        market.event(quote(72, "1000", "1000.2")).advanceToSecond(72);

        assertThat(market.out.at(41).value(SampleColumn.RET_1S)).isNaN();
        assertThat(market.out.at(41).value(SampleColumn.OFI_1S)).isNaN();
        assertThat(market.out.at(41).value(SampleColumn.SPREAD_Z_60S)).isNaN();
        assertThat(QualityFlag.WARMUP.in(market.out.at(41).flags)).isTrue();
        assertThat(market.out.at(41).value(SampleColumn.VWAP_60S)).isEqualTo(1000.1);
        assertThat(market.out.at(72).value(SampleColumn.SPREAD_Z_60S)).isCloseTo(4, within(1e-6));
    }

    @Test
    void case18FewerLevelsThanAskedForGiveWhatThereIs() {
        Sample sample = new TestingMarket().event(snapshot(1, 1)).advanceToSecond(1).out.last();

        assertThat(sample.value(SampleColumn.BID_DEPTH_10)).isEqualTo(9);
        assertThat(sample.value(SampleColumn.ASK_DEPTH_5)).isEqualTo(5);
        assertThat(sample.value(SampleColumn.IMBALANCE_10)).isCloseTo(4.0 / 14, within(1e-12));
    }

    @Test
    void case19TheLargestSizesDoNotOverflow() {
        TestingMarket market =
                new TestingMarket()
                        .event(
                                Events.snapshot()
                                        .atSeconds(1)
                                        .bidE8(2, Long.MAX_VALUE)
                                        .bidE8(1, Long.MAX_VALUE)
                                        .askE8(Long.MAX_VALUE, Long.MAX_VALUE));
        for (int i = 0; i < 3; i++) {
            MarketEvent trade = Events.trade().atSeconds(1).sell().build();
            trade.sizeE8 = Long.MAX_VALUE;
            market.events(List.of(trade));
        }
        Sample sample = market.advanceToSecond(1).out.last();
        double most = Long.MAX_VALUE / 1e8;

        assertThat(sample.value(SampleColumn.BID_DEPTH_5)).isCloseTo(2 * most, within(1.0));
        assertThat(sample.value(SampleColumn.TOP_DEPTH)).isCloseTo(2 * most, within(1.0));
        assertThat(sample.value(SampleColumn.VOLUME_1S)).isCloseTo(3 * most, within(1.0));
        assertThat(sample.value(SampleColumn.TRADE_IMBALANCE_1S)).isEqualTo(-1);
        assertThat(sample.value(SampleColumn.MID)).isCloseTo(most / 2, within(1.0));
    }

    @Test
    void case20WindowsLongerThanTheHistoryWaitForTheirMinimum() {
        TestingMarket market = new TestingMarket();
        for (int i = 1; i <= 121; i++) {
            market.event(quote(i, i % 2 == 0 ? "100" : "100.01", "100.05"));
        }
        market.advanceToSecond(121);

        assertThat(market.out.at(30).value(SampleColumn.RV_60S)).isNaN();
        assertThat(market.out.at(31).value(SampleColumn.RV_60S)).isPositive();
        assertThat(market.out.at(121).value(SampleColumn.RV_300S)).isNaN();
        assertThat(market.out.at(120).value(SampleColumn.DEPTH_MEDIAN_600S)).isNaN();
        assertThat(market.out.at(121).value(SampleColumn.DEPTH_MEDIAN_600S)).isEqualTo(8);
        assertThat(market.out.at(31).value(SampleColumn.VOLUME_Z_30S)).isNaN();
    }
}
