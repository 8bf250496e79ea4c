package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each fault of the feed, counted naively in what arrives. */
class FeedFaultTest {
    private static final long SECOND = GeneratedMarket.SECOND;
    private static final Duration LENGTH = Duration.ofHours(4);

    @Test
    void aGapLosesItsMessagesAndASnapshotEndsIt() {
        MarketGeneratorParameters market = only(new FaultParameters(10, 0, 0, 0, 0, 0, 0));
        List<TruthEvent> gaps = GeneratedMarket.truth(market, TruthType.SEQUENCE_GAP);
        NaiveBook book = new NaiveBook();
        Set<Long> snapshots = new HashSet<>();
        for (MarketEvent event : MarketGenerator.of(market)) {
            if (event.isBook()) {
                book.apply(event);
            }
            if (event.kind == EventKind.BOOK_SNAPSHOT) {
                snapshots.add(event.eventTimeNanos);
            }
        }

        assertThat(gaps).hasSizeGreaterThan(20);
        assertThat(book.gaps).isBetween(gaps.size() - 1, gaps.size());
        double lost = gaps.stream().mapToDouble(TruthEvent::magnitude).sum();
        assertThat(book.lost / lost).isBetween(0.9, 1.0);
        assertThat(gaps).allMatch(gap -> snapshots.contains(gap.endNanos()));
        assertThat(snapshots).hasSize(gaps.size() + 1);
        assertThat(book.valid).isTrue();
    }

    @Test
    void aDuplicateIsTheSameMessageAgain() {
        MarketGeneratorParameters market = only(new FaultParameters(0, 60, 0, 0, 0, 0, 0));
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        for (MarketEvent event : MarketGenerator.of(market)) {
            String key = event.kind + " " + event.firstSequence + " " + event.id;
            repeated += seen.add(key) ? 0 : 1;
        }

        assertThat(repeated).isGreaterThan(150);
        assertThat(repeated).isEqualTo(GeneratedMarket.truth(market, TruthType.DUPLICATE).size());
    }

    @Test
    void aReorderedChangeComesWithinTheAllowedDisorder() {
        MarketGeneratorParameters market = only(new FaultParameters(0, 0, 200, 0, 0, 0, 0));
        List<MarketEvent> arrived = GeneratedMarket.events(market);
        long latest = 0;
        int disordered = 0;
        for (MarketEvent event : arrived) {
            disordered += event.eventTimeNanos < latest ? 1 : 0;
            latest = Math.max(latest, event.eventTimeNanos);
            assertThat(latest - event.eventTimeNanos).isLessThan(SECOND / 2);
        }
        int reorders = GeneratedMarket.truth(market, TruthType.REORDER).size();
        assertThat(disordered / (double) reorders).isBetween(0.7, 1.0);
        assertThat(gapsOf(arrived)).isPositive();
        List<MarketEvent> ordered = new ArrayList<>(arrived);
        ordered.sort(EventOrder.INSTANCE);
        assertThat(gapsOf(ordered)).isZero();
    }

    @Test
    void aLateTradeIsOlderThanTwoSeconds() {
        MarketGeneratorParameters market = only(new FaultParameters(0, 0, 0, 60, 0, 0, 0));
        long latest = 0;
        int late = 0;
        for (MarketEvent event : MarketGenerator.of(market)) {
            latest = Math.max(latest, event.eventTimeNanos);
            if (event.eventTimeNanos < latest - SECOND / 2) {
                late++;
                assertThat(event.kind).isEqualTo(EventKind.TRADE);
                assertThat(latest - event.eventTimeNanos).isGreaterThan(2 * SECOND);
            }
        }

        assertThat(late).isGreaterThan(150);
        assertThat(late).isEqualTo(GeneratedMarket.truth(market, TruthType.LATE).size());
    }

    @Test
    void theBookIsCrossedWithinInjectedTimesOnly() {
        MarketGeneratorParameters market = only(new FaultParameters(0, 0, 0, 0, 60, 0, 0));
        List<TruthEvent> crosses = GeneratedMarket.truth(market, TruthType.CROSSED);
        Set<String> seen = new HashSet<>();
        NaiveBook book = new NaiveBook();
        for (MarketEvent event : MarketGenerator.of(market)) {
            if (event.isBook()) {
                book.apply(event);
            }
            if (book.isCrossed()) {
                TruthEvent cross =
                        crosses.stream()
                                .filter(c -> c.covers(event.eventTimeNanos))
                                .findFirst()
                                .orElseThrow();
                seen.add(cross.id());
            }
        }

        assertThat(crosses).hasSizeGreaterThan(100);
        assertThat(seen).hasSameSizeAs(crosses);
        assertThat(book.gaps).isZero();
    }

    @Test
    void aStaleBookSaysNothingWhileTradesGoOn() {
        MarketGeneratorParameters market = only(new FaultParameters(0, 0, 0, 0, 0, 10, 0));
        List<MarketEvent> events = GeneratedMarket.events(market);
        List<TruthEvent> stales = GeneratedMarket.truth(market, TruthType.STALE);

        assertThat(stales).hasSizeGreaterThan(20);
        for (TruthEvent stale : stales) {
            assertThat(events.stream().filter(e -> stale.covers(e.eventTimeNanos)))
                    .as(stale.toString())
                    .isNotEmpty()
                    .allMatch(e -> e.kind == EventKind.TRADE);
        }
        assertThat(gapsOf(events)).isZero();
    }

    @Test
    void aClockStepChangesReceiveTimesOnly() {
        MarketGeneratorParameters market = only(new FaultParameters(0, 0, 0, 0, 0, 0, 10));
        MarketGeneratorParameters perfect = only(FaultParameters.none());
        List<MarketEvent> events = GeneratedMarket.events(market);
        List<MarketEvent> good = GeneratedMarket.events(perfect);
        List<TruthEvent> steps = GeneratedMarket.truth(market, TruthType.CLOCK_STEP);

        assertThat(steps).hasSizeGreaterThan(20);
        assertThat(events).hasSameSizeAs(good);
        for (int i = 0; i < events.size(); i++) {
            MarketEvent event = events.get(i);
            double error = (event.receiveTimeNanos - good.get(i).receiveTimeNanos) / 1e9;
            double expected =
                    steps.stream()
                            .filter(step -> step.covers(event.eventTimeNanos))
                            .mapToDouble(TruthEvent::magnitude)
                            .sum();
            assertThat(event.eventTimeNanos).isEqualTo(good.get(i).eventTimeNanos);
            assertThat(Math.abs(error - expected)).isLessThan(1e-6);
        }
    }

    private static MarketGeneratorParameters only(FaultParameters faults) {
        return MarketGeneratorParameters.defaults()
                .withSeed(5)
                .withSize(1, LENGTH)
                .withTruth(InjectionParameters.none(), faults);
    }

    private static int gapsOf(List<MarketEvent> events) {
        NaiveBook book = new NaiveBook();
        events.stream().filter(MarketEvent::isBook).forEach(book::apply);
        return book.gaps;
    }
}
