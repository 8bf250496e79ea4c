package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every injected pattern, measured naively from the book and the trades around it. */
class PatternEffectTest {
    private static final long SECOND = GeneratedMarket.SECOND;
    private static final double LOT = 0.001;
    private static final MarketGeneratorParameters MARKET =
            MarketGeneratorParameters.defaults()
                    .withSeed(5)
                    .withSize(1, Duration.ofHours(4))
                    .withTruth(
                            InjectionParameters.none()
                                    .withPatterns(PatternInjectionParameters.often(6)),
                            FaultParameters.none());
    private static final List<MarketEvent> EVENTS =
            GeneratedMarket.usable(GeneratedMarket.events(MARKET));

    private static List<TruthEvent> truth(TruthType type) {
        List<TruthEvent> truth = GeneratedMarket.truth(MARKET, type);
        assertThat(truth).as(type.word()).hasSizeGreaterThan(8);
        return truth;
    }

    private static Stream<MarketEvent> between(long from, long to) {
        return EVENTS.stream().filter(e -> e.eventTimeNanos >= from && e.eventTimeNanos < to);
    }

    /** A quantity of the book just before a time. */
    private static double at(long time, ToDoubleFunction<NaiveBook> quantity) {
        NaiveBook book = new NaiveBook();
        EVENTS.stream()
                .takeWhile(event -> event.eventTimeNanos < time)
                .filter(MarketEvent::isBook)
                .forEach(book::apply);
        return quantity.applyAsDouble(book);
    }

    private static double bps(long from, long to) {
        return 1e4 * (at(to, NaiveBook::mid) / at(from, NaiveBook::mid) - 1);
    }

    @Test
    void theMidGoesFarAndFourFifthsOfItComeBack() {
        for (TruthEvent event : truth(TruthType.FLASH_MOVE)) {
            assertThat(Math.abs(event.magnitude())).isBetween(30.0, 60.0);
            assertThat(bps(event.onsetNanos(), event.onsetNanos() + 1))
                    .isCloseTo(event.magnitude(), within(2.0));
            assertThat(bps(event.endNanos(), event.endNanos() + 1))
                    .isCloseTo(-0.8 * event.magnitude(), within(2.0));
        }
    }

    @Test
    void levelsChangeTwentyTimesAsOftenAndNobodyTradesMore() {
        for (TruthEvent event : truth(TruthType.QUOTE_STUFFING)) {
            double seconds = (event.endNanos() - event.onsetNanos()) / 1e9;
            long usual = changes(event.onsetNanos() - 20 * SECOND, event.onsetNanos());
            long stuffed = changes(event.onsetNanos(), event.endNanos());
            assertThat(stuffed / seconds).isBetween(3_500.0, 4_500.0);
            assertThat(stuffed / seconds).isGreaterThan(20 * usual / 20.0);
        }
    }

    private static long changes(long from, long to) {
        return between(from, to)
                .filter(event -> event.kind == EventKind.BOOK_DELTA)
                .mapToLong(event -> event.bidPricesE8.length + event.askPricesE8.length)
                .sum();
    }

    @Test
    void theWallIsTheLargestLevelByFarAsLongAsItStands() {
        for (TruthEvent event : truth(TruthType.SPOOF_LIKE)) {
            boolean bid = event.magnitude() > 0;
            double wall = 10 * Math.abs(event.magnitude());
            double before = at(event.onsetNanos(), book -> largest(book, bid));
            assertThat(at(event.onsetNanos() + 1, book -> largest(book, bid)))
                    .isBetween(wall - LOT, wall + before + LOT);
            assertThat(at(event.endNanos() + 1, book -> largest(book, bid))).isLessThan(wall / 3);
            assertThat(at(event.onsetNanos() + 1, book -> largest(book, !bid)))
                    .isLessThan(wall / 3);
        }
    }

    private static double largest(NaiveBook book, boolean bid) {
        return (bid ? book.bids : book.asks)
                        .values().stream().mapToLong(size -> size).max().orElse(0)
                / 1e8;
    }

    @Test
    void eachSweepTakesThirteenPricesAndMovesTheMidAsFar() {
        long tickE8 = Math.round(MARKET.quote().tick() * 1e8);
        for (TruthEvent event : truth(TruthType.SWEEP_CHAIN)) {
            byte side = event.magnitude() > 0 ? MarketEvent.BUY : MarketEvent.SELL;
            for (long start : new long[] {event.onsetNanos(), event.endNanos()}) {
                long end = start + SECOND / 50;
                long[] prices =
                        between(start, end)
                                .filter(e -> e.kind == EventKind.TRADE && e.side == side)
                                .mapToLong(e -> e.priceE8)
                                .distinct()
                                .sorted()
                                .toArray();
                assertThat(prices).hasSizeGreaterThanOrEqualTo(13);
                assertThat(prices[prices.length - 1] - prices[0])
                        .isGreaterThanOrEqualTo(12 * tickE8);
                double moved = (at(end, NaiveBook::mid) - at(start, NaiveBook::mid)) * 1e8;
                assertThat(moved / tickE8).isCloseTo(event.magnitude(), within(6.0));
            }
        }
    }

    @Test
    void theSpreadIsMultipliedAndTheMidJumps() {
        for (TruthEvent event : truth(TruthType.SPIKE_THEN_REGIME)) {
            assertThat(event.onsetNanos()).isGreaterThan(MARKET.startNanos() + 900 * SECOND);
            long jump = event.onsetNanos() + 3 * SECOND / 2;
            assertThat(Math.abs(bps(jump, jump + 1))).isCloseTo(15, within(4.0));
            double ratio =
                    at(event.onsetNanos() + SECOND, NaiveBook::spread)
                            / at(event.onsetNanos(), NaiveBook::spread);
            assertThat(ratio / event.magnitude()).isBetween(0.5, 2.0);
        }
    }

    @Test
    void nothingChangesWhereNoneIsAskedFor() {
        MarketGeneratorParameters plain = GeneratedMarket.quiet(Duration.ofMinutes(10));
        assertThat(MarketGenerator.of(plain).truth()).isEmpty();
    }
}
