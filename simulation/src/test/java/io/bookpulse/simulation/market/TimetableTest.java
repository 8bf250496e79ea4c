package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final long SECOND = GeneratedMarket.SECOND;
    private static final MarketGeneratorParameters MARKET =
            MarketGeneratorParameters.defaults().withSize(50, Duration.ofHours(10));

    private static List<TruthEvent> liquidity(String instrument) {
        return MarketGenerator.of(MARKET).truth().stream()
                .filter(event -> event.instrument().equals(instrument))
                .filter(event -> event.type().compareTo(TruthType.LIQUIDITY_SHOCK) <= 0)
                .toList();
    }

    @Test
    void beginsWithASpikeAndThenACollapseAfterTheWarmUp() {
        for (String instrument : List.of("sim:S0001", "sim:S0020", "sim:S0050")) {
            List<TruthEvent> events = liquidity(instrument);
            TruthEvent spike = events.get(0);
            TruthEvent collapse = events.get(1);

            assertThat(spike.type()).isEqualTo(TruthType.SPREAD_SPIKE);
            assertThat(second(spike)).isBetween(45.0, 75.0);
            assertThat(collapse.type()).isEqualTo(TruthType.DEPTH_COLLAPSE);
            assertThat(second(collapse)).isBetween(150.0, 216.0);
        }
    }

    @Test
    void keepsLiquidityEventsNinetySecondsApart() {
        List<TruthEvent> events = liquidity("sim:S0003");

        assertThat(events).hasSizeGreaterThan(100);
        for (int i = 1; i < events.size(); i++) {
            long distance = events.get(i).onsetNanos() - events.get(i - 1).endNanos();
            assertThat(distance).isGreaterThanOrEqualTo(90 * SECOND);
        }
    }

    @Test
    void injectsAtTheConfiguredRates() {
        List<TruthEvent> all = MarketGenerator.of(MARKET).truth();
        double hours = 500;

        assertThat(rate(all, TruthType.SPREAD_SPIKE) / hours).isBetween(7.0, 9.0);
        assertThat(rate(all, TruthType.DEPTH_COLLAPSE) / hours).isBetween(7.0, 9.0);
        assertThat(rate(all, TruthType.LIQUIDITY_SHOCK) / hours).isBetween(3.4, 4.6);
        assertThat(rate(all, TruthType.JUMP) / hours).isBetween(1.7, 2.3);
        assertThat(rate(all, TruthType.DUPLICATE) / hours).isBetween(18.0, 22.0);
        // 1 / 0.02 calm and 1 / 0.1 stressed minutes: one stress an hour
        assertThat(rate(all, TruthType.REGIME_SWITCH) / hours).isBetween(0.8, 1.2);
    }

    @Test
    void keepsHidingFaultsAwayFromLiquidityEvents() {
        for (TruthEvent fault : MarketGenerator.of(MARKET).truth()) {
            if (fault.type() == TruthType.SEQUENCE_GAP || fault.type() == TruthType.STALE) {
                long[] span = {fault.onsetNanos() - 5 * SECOND, fault.endNanos() + 5 * SECOND};
                boolean near =
                        fault.instrument().equals("sim:S0001")
                                && liquidity("sim:S0001").stream()
                                        .anyMatch(
                                                e ->
                                                        e.onsetNanos() < span[1]
                                                                && e.endNanos() > span[0]);
                assertThat(near).as(fault.toString()).isFalse();
            }
        }
    }

    @Test
    void injectsNothingWhereNothingIsAskedFor() {
        MarketGeneratorParameters quiet = GeneratedMarket.quiet(Duration.ofHours(10));

        assertThat(MarketGenerator.of(quiet).truth()).isEmpty();
    }

    private static double second(TruthEvent event) {
        return (event.onsetNanos() - MARKET.startNanos()) / 1e9;
    }

    private static double rate(List<TruthEvent> all, TruthType type) {
        return all.stream().filter(event -> event.type() == type).count();
    }
}
