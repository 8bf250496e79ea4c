package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plain background, six hours of one instrument, against the parameters it was drawn from. */
class BackgroundStatisticsTest {
    private static final MarketGeneratorParameters MARKET =
            GeneratedMarket.quiet(Duration.ofHours(6));
    private static final int SECONDS = 6 * 3600;

    private static List<MarketEvent> events = List.of();
    private static List<MarketEvent> trades = List.of();

    @BeforeAll
    static void generate() {
        events = GeneratedMarket.events(MARKET);
        trades = events.stream().filter(event -> event.kind == EventKind.TRADE).toList();
    }

    @Test
    void tradesArriveAtTheHawkesMeanRate() {
        // mu / (1 - n) = 2 / 0.5 = 4 a second; deviation of the mean about 0.03
        assertThat(trades.size() / (double) SECONDS).isCloseTo(4, within(0.12));
    }

    @Test
    void tradesClusterAsHawkesTradesDo() {
        // Var / mean of counts over windows much longer than the decay tends to 1 / (1 - n)^2 = 4
        int window = 30;
        double[] counts = new double[SECONDS / window];
        for (MarketEvent trade : trades) {
            long second = (trade.eventTimeNanos - MARKET.startNanos()) / GeneratedMarket.SECOND;
            counts[(int) (second / window)]++;
        }

        assertThat(variance(counts) / mean(counts)).isBetween(3.3, 4.5);
    }

    @Test
    void tradeSizesAreLognormal() {
        double[] logs = trades.stream().mapToDouble(t -> Math.log(t.sizeE8 / 1e8)).toArray();

        assertThat(mean(logs)).isCloseTo(Math.log(0.3), within(0.015));
        assertThat(Math.sqrt(variance(logs))).isCloseTo(1, within(0.015));
    }

    @Test
    void tradeSignsRememberTheOneBefore() {
        double[] signs = trades.stream().mapToDouble(trade -> trade.side).toArray();

        assertThat(autocorrelation(signs, 1)).isCloseTo(0.3, within(0.015));
        assertThat(autocorrelation(signs, 2)).isCloseTo(0.09, within(0.015));
        assertThat(mean(signs)).isCloseTo(0, within(0.02));
    }

    @Test
    void theBookChangesFiveTimesASecondAndAfterTrades() {
        long book = events.stream().filter(MarketEvent::isBook).count();

        // trades within 200 us of one another share a change
        assertThat((book - trades.size()) / (double) SECONDS).isCloseTo(5, within(0.1));
    }

    @Test
    void theMidMovesByItsVolatility() {
        double[] mids = GeneratedMarket.sample(MARKET, events, NaiveBook::mid);
        double[] returns = new double[mids.length / 60 - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = 1e4 * Math.log(mids[60 * (i + 1)] / mids[60 * i]);
        }

        // 4 bps a minute from 359 returns: standard error of the deviation 0.15
        assertThat(Math.sqrt(variance(returns))).isCloseTo(4, within(0.5));
    }

    @Test
    void theSpreadStaysNearTwoBasisPointsWithoutBeingPinned() {
        double[] bps =
                GeneratedMarket.sample(MARKET, events, book -> 1e4 * book.spread() / book.mid());

        assertThat(mean(bps)).isCloseTo(2, within(0.05));
        assertThat(Math.sqrt(variance(bps)) / mean(bps)).isBetween(0.12, 0.18);
    }

    @Test
    void quietSpreadsRarelyPassThreeDeviations() {
        double[] spread = GeneratedMarket.sample(MARKET, events, NaiveBook::spread);
        int alarms = 0;
        for (int i = 60; i < spread.length; i++) {
            double[] before = Arrays.copyOfRange(spread, i - 60, i);
            double deviation = Math.max(Math.sqrt(variance(before)), 0.0025);
            alarms += (spread[i] - mean(before)) / deviation > 3 ? 1 : 0;
        }

        // Gaussian noise would give 183 a day, 46 in six hours (DEFINITIONS G19)
        assertThat(alarms).isLessThanOrEqualTo(6);
    }

    @Test
    void quietDepthNeverCollapses() {
        double[] depth = GeneratedMarket.sample(MARKET, events, NaiveBook::topDepth);
        double median = GeneratedMarket.median(depth);

        assertThat(median).isBetween(17.0, 22.0);
        assertThat(Arrays.stream(depth).min().orElseThrow()).isGreaterThan(0.3 * median);
    }

    @Test
    void theImbalanceHasItsDeviationAndNoMean() {
        double[] imbalance = GeneratedMarket.sample(MARKET, events, NaiveBook::imbalance);

        assertThat(mean(imbalance)).isCloseTo(0, within(0.02));
        // 0.2 from the tilt and about 0.3 / sqrt(2) / 1 from the noise of two sizes, halved: 0.25
        assertThat(Math.sqrt(variance(imbalance))).isBetween(0.2, 0.3);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    private static double autocorrelation(double[] values, int lag) {
        double mean = mean(values);
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / (values.length - lag) / variance(values);
    }
}
