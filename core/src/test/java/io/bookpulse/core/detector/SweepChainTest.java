package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveTrade;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sweeps (DEFINITIONS 2.15), the steps of P7. Ten levels of a side usually hold 10. */
class SweepChainTest extends DetectorContractTest<SweepChainState, LiveTrade, Transition> {
    private static final long MILLI = 1_000_000L;
    private static final long BEGINNING = 1_723_075_200_000L * MILLI;
    private static final long E8 = 100_000_000L;

    @Override
    Detector<SweepChainState, LiveTrade, Transition> detector() {
        return new SweepChain(SweepChainParameters.defaults());
    }

    @Override
    List<LiveTrade> eventful(long seed, int count) {
        double[] noise = SeededStreams.gaussian(seed, count);
        List<LiveTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trades.add(trade(10L * i, noise[i] > 0 ? 1 : -1, 10_000 + 2 * noise[i], 5));
        }
        return trades;
    }

    @Override
    List<LiveTrade> quiet(int count) {
        List<LiveTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trades.add(trade(10L * i, i % 2 == 0 ? 1 : -1, 10_000 + i % 3, 5));
        }
        return trades;
    }

    @Override
    List<LiveTrade> wildBeforeWarmUp() {
        List<LiveTrade> trades = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            LiveTrade trade = trade(i, 1, 10_000 + 10 * i, 100);
            trade.usualDepth = Double.NaN;
            trades.add(trade);
        }
        return trades;
    }

    @Override
    List<LiveTrade> unjudgeable(int after) {
        LiveTrade doubtful = trade(10L * after + 1, 1, 20_000, 100);
        doubtful.quality = 0.79;
        LiveTrade unknown = trade(10L * after + 2, 1, 20_000, 100);
        unknown.quality = Double.NaN;
        return List.of(doubtful, unknown, trade(10L * after + 3, 0, 20_000, 100));
    }

    private static LiveTrade trade(long millis, int sign, double price, double size) {
        LiveTrade trade = new LiveTrade();
        trade.instrument = "binance:BTCUSDT";
        trade.eventTimeNanos = BEGINNING + millis * MILLI;
        trade.sign = sign;
        trade.priceE8 = Math.round(price * E8);
        trade.sizeE8 = Math.round(size * E8);
        trade.quality = 1;
        trade.usualDepth = 10;
        trade.source = "spot.gz";
        trade.sourcePosition = millis;
        return trade;
    }

    private List<Transition> found(LiveTrade... trades) {
        return run(detector(), Arrays.asList(trades));
    }

    @Test
    void isTheThirdPriceTwoBasisPointsAwayWithTheSizeOfTenLevels() {
        List<Transition> found =
                found(
                        trade(0, 1, 10_000, 4),
                        trade(1, 1, 10_001, 4),
                        trade(2, 1, 10_002, 2),
                        trade(3, 1, 10_003, 9));
        assertThat(found).hasSize(1);
        Transition sweep = found.get(0);
        assertThat(sweep.quantity).isEqualTo(Quantity.SWEEP);
        assertThat(sweep.step).isEqualTo(Step.ENTERED);
        assertThat(sweep.direction).isEqualTo(1);
        assertThat(sweep.levels).isEqualTo(3);
        assertThat(sweep.value).isCloseTo(10, within(1e-12));
        assertThat(sweep.score).isCloseTo(1, within(1e-12));
        assertThat(sweep.scale).isEqualTo(10);
        assertThat(sweep.baseline).isEqualTo(10_000);
        assertThat(sweep.worstValue).isEqualTo(10_002);
        assertThat(sweep.onsetTimeNanos).isEqualTo(BEGINNING);
        assertThat(sweep.eventTimeNanos).isEqualTo(BEGINNING + 2 * MILLI);
        assertThat(sweep.sourceFrom).isEqualTo("spot.gz:0");
        assertThat(sweep.sourceTo).isEqualTo("spot.gz:2");
    }

    @Test
    void isNoneWithTwoPricesOrLessDistanceOrLessSize() {
        assertThat(found(trade(0, 1, 10_000, 9), trade(1, 1, 10_004, 9))).isEmpty();
        assertThat(
                        found(
                                trade(0, -1, 10_000, 9),
                                trade(1, -1, 9_999, 9),
                                trade(2, -1, 9_998.01, 9)))
                .isEmpty();
        assertThat(found(trade(0, 1, 10_000, 4), trade(1, 1, 10_001, 4), trade(2, 1, 10_002, 1.99)))
                .isEmpty();
    }

    @Test
    void sellersSweepDownwards() {
        assertThat(found(trade(0, -1, 10_000, 9), trade(1, -1, 9_999, 9), trade(2, -1, 9_998, 9)))
                .extracting(t -> t.direction)
                .containsExactly(-1);
        assertThat(found(trade(0, -1, 10_000, 9), trade(1, -1, 10_001, 9), trade(2, -1, 10_002, 9)))
                .isEmpty();
    }

    @Test
    void lastsAHundredMillisecondsFromItsFirstTrade() {
        assertThat(found(trade(0, 1, 10_000, 9), trade(60, 1, 10_001, 9), trade(100, 1, 10_002, 9)))
                .hasSize(1);
        assertThat(found(trade(0, 1, 10_000, 9), trade(60, 1, 10_001, 9), trade(101, 1, 10_002, 9)))
                .isEmpty();
    }

    @Test
    void isBrokenByATradeOfTheOtherSign() {
        assertThat(
                        found(
                                trade(0, 1, 10_000, 9),
                                trade(1, 1, 10_001, 9),
                                trade(2, -1, 10_000, 9),
                                trade(3, 1, 10_002, 9)))
                .isEmpty();
    }

    @Test
    void aPriceThatCameBackIsNotCountedTwice() {
        assertThat(
                        found(
                                trade(0, 1, 10_000, 9),
                                trade(1, 1, 10_005, 9),
                                trade(2, 1, 10_001, 9),
                                trade(3, 1, 10_005, 9)))
                .isEmpty();
    }
}
