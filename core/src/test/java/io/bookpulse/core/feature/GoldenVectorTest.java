package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.book.BookSide;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.market.TestingMarket;
import io.bookpulse.core.market.TestingOutput;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** DEFINITIONS 19, computed independently of this code. */
class GoldenVectorTest {
    private static final Offset<Double> LAST_DIGIT = within(1e-8);

    private static TestingMarket g1() {
        return new TestingMarket()
                .event(
                        Events.snapshot()
                                .atSeconds(1)
                                .bids("100.00x5", "99.99x8", "99.98x12", "99.97x20", "99.96x30")
                                .asks(
                                        "100.02x3",
                                        "100.03x6",
                                        "100.04x10",
                                        "100.05x15",
                                        "100.06x25"))
                .advanceToSecond(1);
    }

    @Test
    void g1PricesAndImbalance() {
        TestingOutput out = g1().out;

        assertThat(out.last().value(SampleColumn.SPREAD)).isEqualTo(0.02);
        assertThat(out.last().value(SampleColumn.MID)).isEqualTo(100.01);
        assertThat(out.last().value(SampleColumn.SPREAD_BPS)).isCloseTo(1.99980002, LAST_DIGIT);
        assertThat(out.last().value(SampleColumn.WEIGHTED_MID)).isCloseTo(100.0125, within(1e-12));
        assertThat(out.last().value(SampleColumn.IMBALANCE_1)).isEqualTo(0.25);
        assertThat(out.last().value(SampleColumn.IMBALANCE_5)).isCloseTo(.1194029851, LAST_DIGIT);
        assertThat(out.last().value(SampleColumn.TOP_DEPTH)).isEqualTo(8);
        assertThat(out.last().value(SampleColumn.BID_DEPTH_5)).isEqualTo(75);
        assertThat(out.last().value(SampleColumn.ASK_DEPTH_5)).isEqualTo(59);
    }

    @Test
    void g1OtherDepths() {
        BookState book = g1().state.book;

        assertThat(Depth.imbalance(Depth.of(book.bids, 3), Depth.of(book.asks, 3)))
                .isCloseTo(.1363636364, LAST_DIGIT);
        assertThat(
                        Depth.imbalance(
                                Depth.weighted(book.bids, 5, .5), Depth.weighted(book.asks, 5, .5)))
                .isCloseTo(.1441131612, LAST_DIGIT);
    }

    @Test
    void g1SweepBuy() {
        SweepCost.Fill fill = SweepCost.of(g1().state.book.asks, 100.01).ofUnits(12);

        assertThat(fill.notional()).isCloseTo(1200.36, LAST_DIGIT);
        assertThat(fill.average()).isCloseTo(100.03, LAST_DIGIT);
        assertThat(fill.costBps()).isCloseTo(1.99980002, LAST_DIGIT);
        assertThat(fill.levels()).isEqualTo(3);
        assertThat(fill.worst()).isEqualTo(100.04);
    }

    @Test
    void g1SweepSell() {
        SweepCost.Fill fill = SweepCost.of(g1().state.book.bids, 100.01).ofUnits(12);

        assertThat(fill.notional()).isCloseTo(1199.93, LAST_DIGIT);
        assertThat(fill.average()).isCloseTo(99.9941666667, LAST_DIGIT);
        assertThat(fill.costBps()).isCloseTo(1.58317502, LAST_DIGIT);
        assertThat(fill.levels()).isEqualTo(2);
    }

    @Test
    void g1SweepNotionalAndTooMuch() {
        BookSide asks = g1().state.book.asks;
        SweepCost.Fill spent = SweepCost.of(asks, 100.01).ofNotional(1000);
        SweepCost.Fill tooMuch = SweepCost.of(asks, 100.01).ofUnits(60);

        assertThat(spent.units()).isCloseTo(9.9972011196, LAST_DIGIT);
        assertThat(spent.average()).isCloseTo(100.0279966404, LAST_DIGIT);
        assertThat(tooMuch.costBps()).isNaN();
        assertThat(tooMuch.units()).isEqualTo(59);
    }

    @Test
    void g2OrderFlow() {
        String[][] path = {
            {"100.00", "5", "100.02", "3"},
            {"100.00", "7", "100.02", "3"},
            {"100.01", "4", "100.02", "3"},
            {"100.01", "4", "100.03", "6"},
            {"100.00", "9", "100.02", "2"}
        };
        TestingMarket market = new TestingMarket();
        double[] flows = {Double.NaN, 2, 4, 3, -6};
        for (int i = 0; i < path.length; i++) {
            market.event(
                    Events.quote()
                            .atSeconds(i + 1)
                            .bid(path[i][0], path[i][1])
                            .ask(path[i][2], path[i][3]));
            market.advanceToSecond(i + 1);
            assertThat(market.out.last().value(SampleColumn.OFI_1S))
                    .isEqualTo(Double.valueOf(flows[i]));
        }
        assertThat(market.out.last().value(SampleColumn.OFI_10S)).isEqualTo(3);
    }

    @Test
    void g3Roll() {
        double covariance =
                RollSpread.autocovariance(
                        new double[] {100, 100.02, 100, 100.02, 100.02, 100, 100.02, 100});

        assertThat(covariance).isCloseTo(-0.00025556, LAST_DIGIT);
        assertThat(RollSpread.of(covariance)).isCloseTo(0.0319722102, LAST_DIGIT);
    }

    @Test
    void rollIsZeroForTrendsAndUnknownForTwoPrices() {
        assertThat(RollSpread.of(RollSpread.autocovariance(new double[] {1, 2, 5, 10, 17})))
                .isZero();
        assertThat(RollSpread.of(RollSpread.autocovariance(new double[] {1, 2}))).isNaN();
    }

    @Test
    void g4Variation() {
        double[] r = {.001, -.0008, .0012, -.0005, .0080, .0007, -.0011, .0009, -.0004, .0006};

        assertThat(RealizedVariance.realized(r)).isCloseTo(7.036e-5, within(1e-15));
        assertThat(RealizedVariance.bipower(r)).isCloseTo(2.49931149e-5, within(1e-13));
        assertThat(RealizedVariance.median(r)).isCloseTo(1.19935777e-5, within(1e-13));
        assertThat(RealizedVariance.tripowerQuarticity(r)).isCloseTo(5.59916958e-10, within(1e-16));
        assertThat(RealizedVariance.jumpStatistic(r)).isCloseTo(2.61280327, within(1e-6));
        assertThat(RealizedVariance.jumpFraction(r)).isCloseTo(.6447823, within(1e-7));
    }

    @Test
    void jumpStatisticIsUnknownAmongZeros() {
        assertThat(RealizedVariance.jumpStatistic(new double[] {0, 0, 0, .1, .2})).isNaN();
        assertThat(RealizedVariance.jumpStatistic(new double[] {.1, 0, .1, 0, .1})).isNaN();
    }

    @Test
    void g6BulkVolume() {
        double[] fractions = {
            BulkVolume.buyFraction(.02, .02),
            BulkVolume.buyFraction(-.01, .02),
            BulkVolume.buyFraction(.03, .02)
        };

        assertThat(fractions[0]).isCloseTo(.8413447, within(1e-7));
        assertThat(fractions[1]).isCloseTo(.3085375, within(1e-7));
        assertThat(fractions[2]).isCloseTo(.9331928, within(1e-7));
        assertThat(BulkVolume.vpin(fractions)).isCloseTo(.6440000, within(1e-7));
    }

    @Test
    void g12EffectiveIsRealizedPlusImpact() {
        double effective = EffectiveSpread.effective(1, 100.02, 100.01);
        double realized = EffectiveSpread.realized(1, 100.02, 100.03);
        double impact = EffectiveSpread.impact(1, 100.01, 100.03);

        assertThat(effective).isCloseTo(.02, within(1e-12));
        assertThat(1e4 * effective / 100.01).isCloseTo(1.99980, within(1e-5));
        assertThat(realized).isCloseTo(-.02, within(1e-12));
        assertThat(impact).isCloseTo(.04, within(1e-12));
        assertThat(effective).isCloseTo(realized + impact, within(1e-12));
    }
}
