package io.bookpulse.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketPropertyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int EVENTS = 6_000;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void givesTheSameHoweverTimeIsAdvancedBetweenEvents(long seed) {
        List<MarketEvent> events = new RandomMarket(seed).depthAndTrades(EVENTS);
        TestingMarket plain = new TestingMarket().events(events).end();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

        TestingMarket advanced = new TestingMarket();
        for (int i = 0; i < events.size(); i++) {
            advanced.market.update(advanced.state, events.get(i), advanced.out);
            long now = events.get(i).eventTimeNanos;
            long next = i + 1 < events.size() ? events.get(i + 1).eventTimeNanos : now + 1;
            for (int k = random.nextInt(4); k > 0 && next > now; k--) {
                now = random.nextInt(3) == 0 ? next - 1 : now + random.nextLong(next - now);
                advanced.market.advance(advanced.state, now, advanced.out);
            }
        }
        advanced.end();

        assertThat(plain.out.transitions).isNotEmpty();
        assertThat(plain.out.gaps).isPositive();
        assertThat(advanced.out.lines).isEqualTo(plain.out.lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void samplesAndBarsAreTheSameWhereNobodyAsksForTransitions(long seed) {
        List<MarketEvent> events = new RandomMarket(seed).depthAndTrades(EVENTS);
        TestingMarket judging = new TestingMarket().events(events).end();

        TestingMarket alone =
                new TestingMarket(Market.withoutTransitions(MarketParameters.defaults()))
                        .events(events)
                        .end();

        List<String> expected = new ArrayList<>(judging.out.lines);
        for (Transition transition : judging.out.transitions) {
            expected.remove(Lines.of(transition));
        }
        assertThat(expected).hasSizeLessThan(judging.out.lines.size());
        assertThat(alone.out.lines).isEqualTo(expected);
        assertThat(alone.out.accepted).isEqualTo(judging.out.accepted);
        assertThat(alone.out.conflated).isEqualTo(judging.out.conflated);
    }

    /** What is due is due exactly then: one nanosecond earlier nothing comes. */
    @Test
    void saysWhenSomethingIsDue() {
        TestingMarket market = new TestingMarket();
        int emitted = 0;
        for (MarketEvent event : new RandomMarket(21).depthAndTrades(EVENTS)) {
            long due = market.market.nextDueNanos(market.state);
            while (due < event.eventTimeNanos) {
                int before = market.out.samples.size() + market.out.bars.size();
                market.market.advance(market.state, due - 1, market.out);
                assertThat(market.out.samples.size() + market.out.bars.size()).isEqualTo(before);
                market.market.advance(market.state, due, market.out);
                assertThat(market.out.samples.size() + market.out.bars.size())
                        .isGreaterThan(before);
                emitted++;
                due = market.market.nextDueNanos(market.state);
            }
            market.market.update(market.state, event, market.out);
        }
        assertThat(emitted).isGreaterThan(1000);
        assertThat(market.end().market.nextDueNanos(market.state)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void countsEveryEventOnce(long seed) {
        TestingMarket market =
                new TestingMarket().events(new RandomMarket(seed).depthAndTrades(EVENTS));
        MarketState state = market.state;

        assertThat(state.accepted + state.conflated + state.rejected() + state.waiting())
                .isEqualTo(EVENTS);
        market.end();
        assertThat(state.waiting()).isZero();
        assertThat(state.accepted + state.conflated + state.rejected()).isEqualTo(EVENTS);
        assertThat(market.out.accepted).isEqualTo(state.accepted);
        assertThat(market.out.conflated).isEqualTo(state.conflated);
        assertThat(market.out.rejects).hasSize((int) state.rejected());
        assertThat(market.out.gaps).isEqualTo(state.book.gaps);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void staysWithinRange(long seed) {
        List<Sample> samples =
                new TestingMarket()
                        .events(new RandomMarket(seed).depthAndTrades(EVENTS))
                        .end()
                        .out
                        .samples;

        assertThat(samples).hasSizeGreaterThan(300);
        for (Sample sample : samples) {
            within(sample, -1, 1, SampleColumn.IMBALANCE_1);
            within(sample, -1, 1, SampleColumn.IMBALANCE_5);
            within(sample, -1, 1, SampleColumn.IMBALANCE_10);
            within(sample, -1, 1, SampleColumn.TRADE_IMBALANCE_5S);
            within(sample, 0, 1e9, SampleColumn.SPREAD);
            within(sample, 0, 1e9, SampleColumn.RV_60S);
            assertThat(sample.quality).isBetween(0.0, 1.0);
        }
        assertThat(samples).anyMatch(sample -> QualityFlag.GAP.in(sample.flags));
        assertThat(samples).anyMatch(sample -> QualityFlag.CROSSED.in(sample.flags));
    }

    @Test
    void dependsOnDifferencesOfTimeOnly() {
        List<MarketEvent> events = new RandomMarket(51).depthAndTrades(EVENTS);
        List<Sample> samples = new TestingMarket().events(events).end().out.samples;
        long shift = 86_400 * SECOND;
        for (MarketEvent event : events) {
            event.eventTimeNanos += shift;
        }
        List<Sample> shifted = new TestingMarket().events(events).end().out.samples;

        assertThat(shifted).hasSameSizeAs(samples);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(shifted.get(i).eventTimeNanos)
                    .isEqualTo(samples.get(i).eventTimeNanos + shift);
            assertThat(shifted.get(i).values).isEqualTo(samples.get(i).values);
            assertThat(shifted.get(i).flags).isEqualTo(samples.get(i).flags);
        }
    }

    /** Scores and ratios do not care in which unit prices are counted. */
    @Test
    void doesNotDependOnTheUnitOfPrice() {
        List<MarketEvent> events = new RandomMarket(61).quotesAndTrades(EVENTS);
        List<Sample> samples = new TestingMarket().events(events).end().out.samples;
        for (MarketEvent event : events) {
            for (long[] prices : new long[][] {event.bidPricesE8, event.askPricesE8}) {
                for (int i = 0; i < prices.length; i++) {
                    prices[i] *= 8;
                }
            }
        }
        List<Sample> scaled = new TestingMarket().events(events).end().out.samples;

        for (int i = 0; i < samples.size(); i++) {
            same(samples.get(i), scaled.get(i), SampleColumn.SPREAD_Z_60S);
            same(samples.get(i), scaled.get(i), SampleColumn.SPREAD_BPS);
            same(samples.get(i), scaled.get(i), SampleColumn.RV_60S);
        }
    }

    private static void same(Sample a, Sample b, SampleColumn column) {
        if (Double.isNaN(a.value(column))) {
            assertThat(b.value(column)).isNaN();
        } else {
            double scale = Math.max(1e-6, Math.abs(a.value(column)));
            assertThat(b.value(column)).isCloseTo(a.value(column), within(1e-9 * scale));
        }
    }

    private static void within(Sample sample, double low, double high, SampleColumn column) {
        double value = sample.value(column);
        assertThat(Double.isNaN(value) || (value >= low && value <= high))
                .as("%s = %s", column, value)
                .isTrue();
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }
}
