package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class MarketGeneratorTest {
    private static final MarketGeneratorParameters MARKET =
            MarketGeneratorParameters.defaults().withSize(3, Duration.ofMinutes(10));

    @Test
    void givesTheSameStreamForTheSameSeed() {
        List<MarketEvent> first = GeneratedMarket.events(MARKET);
        List<MarketEvent> second = GeneratedMarket.events(MARKET);

        assertThat(first).hasSizeGreaterThan(10_000);
        assertThat(all(first, true)).isEqualTo(all(second, true));
    }

    @Test
    void givesAnotherStreamForAnotherSeed() {
        List<MarketEvent> first = GeneratedMarket.events(MARKET);
        List<MarketEvent> second = GeneratedMarket.events(MARKET.withSeed(2));

        assertThat(all(first, true)).isNotEqualTo(all(second, true));
    }

    @Test
    void leavesOtherInstrumentsAloneWhenOneIsAdded() {
        List<MarketEvent> fewer = GeneratedMarket.events(MARKET);
        List<MarketEvent> more = GeneratedMarket.events(MARKET.withSize(4, MARKET.duration()));
        more.removeIf(event -> event.instrument.equals("sim:S0004"));

        assertThat(all(more, false)).isEqualTo(all(fewer, false));
    }

    @Test
    void numbersEventsInOrderOfArrival() {
        long position = 0;
        for (MarketEvent event : MarketGenerator.of(MARKET)) {
            assertThat(event.source).isEqualTo("simulation");
            assertThat(event.sourcePosition).isEqualTo(++position);
        }
    }

    @Test
    void deliversInOrderOfReceiveTimeAndWithinMilliseconds() {
        MarketGeneratorParameters perfect =
                MARKET.withTruth(MARKET.injection(), FaultParameters.none());
        long last = 0;
        for (MarketEvent event : MarketGenerator.of(perfect)) {
            assertThat(event.receiveTimeNanos).isGreaterThanOrEqualTo(last);
            assertThat(event.receiveTimeNanos - event.eventTimeNanos)
                    .isBetween(2_000_000L, 50_000_000L);
            last = event.receiveTimeNanos;
        }
    }

    @Test
    void beginsEachInstrumentWithASnapshotOfAllLevels() {
        for (String instrument : MarketGenerator.of(MARKET).instruments()) {
            MarketEvent first =
                    GeneratedMarket.events(MARKET).stream()
                            .filter(event -> event.instrument.equals(instrument))
                            .findFirst()
                            .orElseThrow();
            assertThat(first.kind).isEqualTo(EventKind.BOOK_SNAPSHOT);
            assertThat(first.bidPricesE8).hasSize(15);
            assertThat(first.askSizesE8).hasSize(15);
        }
    }

    @Test
    void keepsAFaultlessBookWholeAndNeverCrossed() {
        NaiveBook book = new NaiveBook();
        MarketGeneratorParameters market = GeneratedMarket.faultless(7, Duration.ofMinutes(30));
        for (MarketEvent event : MarketGenerator.of(market)) {
            if (event.isBook()) {
                book.apply(event);
                assertSorted(event.bidPricesE8, -1);
                assertSorted(event.askPricesE8, 1);
                assertThat(book.bids.firstKey()).isLessThan(book.asks.firstKey());
                assertThat(book.bids).hasSize(15);
                assertThat(book.asks).hasSize(15);
            } else {
                boolean buy = event.side == MarketEvent.BUY;
                assertThat(event.priceE8)
                        .isEqualTo(buy ? book.asks.firstKey() : book.bids.firstKey());
                assertThat(event.sizeE8).isPositive();
            }
        }
        assertThat(book.gaps).isZero();
        assertThat(book.valid).isTrue();
    }

    @Test
    void thinsActivityByZipfsLaw() {
        MarketGeneratorParameters scaled =
                GeneratedMarket.quiet(Duration.ofMinutes(30))
                        .withSize(8, Duration.ofMinutes(30))
                        .withActivityExponent(1);
        int[] counts = new int[9];
        for (MarketEvent event : MarketGenerator.of(scaled)) {
            counts[Integer.parseInt(event.instrument.substring(5))]++;
        }

        assertThat(counts[1] / (double) counts[2]).isBetween(1.8, 2.2);
        assertThat(counts[1] / (double) counts[8]).isBetween(7.0, 9.0);
    }

    @Test
    void multipliesActivity() {
        MarketGeneratorParameters usual = GeneratedMarket.quiet(Duration.ofMinutes(10));

        assertThat((double) count(usual.withActivity(5)) / count(usual)).isBetween(4.5, 5.5);
    }

    @Test
    void endsWithAnExceptionLikeEveryIterator() {
        Iterator<MarketEvent> events =
                MarketGenerator.of(GeneratedMarket.quiet(Duration.ofNanos(1))).iterator();

        assertThat(events.hasNext()).isFalse();
        assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void refusesImpossibleParameters() {
        assertThatThrownBy(() -> MARKET.withSize(0, Duration.ofMinutes(1)))
                .hasMessageContaining("instruments is 0");
        assertThatThrownBy(() -> MARKET.withActivityExponent(-1))
                .hasMessageContaining("activityExponent is -1.0");
        assertThatThrownBy(() -> new FaultParameters(-1, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("sequenceGaps is -1.0");
    }

    private static long count(MarketGeneratorParameters market) {
        long count = 0;
        for (MarketEvent unused : MarketGenerator.of(market)) {
            count++;
        }
        return count;
    }

    private static void assertSorted(long[] prices, int direction) {
        for (int i = 1; i < prices.length; i++) {
            assertThat(Long.signum(prices[i] - prices[i - 1])).isEqualTo(direction);
            assertThat(prices[i] % 1_000_000).isZero();
        }
    }

    private static String all(List<MarketEvent> events, boolean withPosition) {
        StringBuilder text = new StringBuilder();
        for (MarketEvent e : events) {
            text.append(e.instrument).append(e.kind).append(e.eventTimeNanos).append(' ');
            text.append(e.receiveTimeNanos).append(' ').append(e.firstSequence).append(' ');
            text.append(e.priceE8).append(' ').append(e.sizeE8).append(e.side).append(e.id);
            text.append(Arrays.toString(e.bidPricesE8)).append(Arrays.toString(e.bidSizesE8));
            text.append(Arrays.toString(e.askPricesE8)).append(Arrays.toString(e.askSizesE8));
            text.append(withPosition ? e.sourcePosition : 0).append('\n');
        }
        return text.toString();
    }
}
