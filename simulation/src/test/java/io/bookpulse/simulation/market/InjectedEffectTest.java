package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every injected event, measured naively from the book and the trades around it. */
class InjectedEffectTest {
    private static final long SECOND = GeneratedMarket.SECOND;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void spreadIsMultipliedWithinASpikeOrShock(boolean faults) {
        Measured market = new Measured(faults, NaiveBook::spread);
        for (TruthType type : List.of(TruthType.SPREAD_SPIKE, TruthType.LIQUIDITY_SHOCK)) {
            for (TruthEvent event : market.truth(type)) {
                double ratio = market.ratio(event);
                assertThat(event.magnitude()).isBetween(4.0, 10.0);
                assertThat(ratio / event.magnitude()).as(event.toString()).isBetween(0.75, 1.3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void depthFallsWithinACollapseOrShock(boolean faults) {
        Measured market = new Measured(faults, NaiveBook::topDepth);
        List<TruthEvent> collapses = market.truth(TruthType.DEPTH_COLLAPSE);
        double[] ratios = new double[collapses.size()];
        for (int i = 0; i < ratios.length; i++) {
            TruthEvent event = collapses.get(i);
            assertThat(event.magnitude()).isBetween(0.05, 0.25);
            ratios[i] = market.ratio(event) / event.magnitude();
            assertThat(ratios[i]).as(event.toString()).isBetween(0.4, 1.4);
        }
        // trades eat into what little is left
        assertThat(GeneratedMarket.median(ratios)).isBetween(0.75, 1.05);
        for (TruthEvent event : market.truth(TruthType.LIQUIDITY_SHOCK)) {
            double depth = Double.parseDouble(event.params().substring("depth=".length()));
            assertThat(market.ratio(event) / depth).as(event.toString()).isBetween(0.4, 1.5);
        }
    }

    @Test
    void imbalanceShiftsByItsMagnitudeDuringADrift() {
        Measured market = new Measured(false, NaiveBook::imbalance);
        double error = 0;
        List<TruthEvent> drifts = market.truth(TruthType.IMBALANCE_DRIFT);
        for (TruthEvent event : drifts) {
            error += market.inside(event) - 0.2 * event.magnitude();
        }

        assertThat(drifts).hasSizeGreaterThan(10);
        assertThat(Math.abs(error / drifts.size())).isLessThan(0.05);
    }

    @Test
    void tradesComeFasterDuringABurst() {
        Measured market = new Measured(true, NaiveBook::mid);
        double expected = 0;
        long seen = 0;
        for (TruthEvent event : market.truth(TruthType.VOLUME_BURST)) {
            seen +=
                    market.events.stream()
                            .filter(e -> e.kind == EventKind.TRADE)
                            .filter(e -> event.covers(e.eventTimeNanos))
                            .count();
            expected += 4 * event.magnitude() * (event.endNanos() - event.onsetNanos()) / 1e9;
        }

        assertThat(expected).isGreaterThan(2_000);
        assertThat(seen / expected).isBetween(0.85, 1.05);
    }

    @Test
    void theMidJumpsByItsMagnitude() {
        Measured market = new Measured(false, NaiveBook::mid);
        for (TruthEvent event : market.truth(TruthType.JUMP)) {
            long t = event.onsetNanos();
            double before = market.mean(t - 2 * SECOND, t);
            double after = market.mean(t + 1, t + 2 * SECOND);
            // a few seconds of a calm or stressed walk: at most about 4 bps
            assertThat(1e4 * Math.log(after / before) - event.magnitude())
                    .as(event.toString())
                    .isBetween(-4.0, 4.0);
        }
    }

    @Test
    void volatilityAndSpreadRiseInStress() {
        Measured market = new Measured(false, book -> book.spread() / book.mid());
        double calm = GeneratedMarket.median(market.samples);
        List<TruthEvent> stress = market.truth(TruthType.REGIME_SWITCH);

        assertThat(stress).isNotEmpty();
        for (TruthEvent event : stress) {
            // volatility doubles: 1 + 0.5 * (2 - 1); reached after the relaxation
            long settled = event.onsetNanos() + 360 * SECOND;
            if (settled + 60 * SECOND < event.endNanos()) {
                double ratio = market.median(settled, event.endNanos()) / calm;
                assertThat(ratio).as(event.toString()).isBetween(1.35, 2.1);
            }
        }
    }

    /** Five hours of one instrument, as a consumer sees it, and one quantity at each second. */
    private static final class Measured {
        private final MarketGeneratorParameters parameters;
        private final List<MarketEvent> events;
        private final double[] samples;

        Measured(boolean faults, ToDoubleFunction<NaiveBook> quantity) {
            MarketGeneratorParameters faultless =
                    GeneratedMarket.faultless(11, Duration.ofHours(5));
            parameters =
                    faults
                            ? faultless.withTruth(faultless.injection(), FaultParameters.defaults())
                            : faultless;
            events = GeneratedMarket.usable(GeneratedMarket.events(parameters));
            samples = GeneratedMarket.sample(parameters, events, quantity);
        }

        List<TruthEvent> truth(TruthType type) {
            return GeneratedMarket.truth(parameters, type);
        }

        double mean(long from, long to) {
            return GeneratedMarket.mean(parameters, samples, new long[] {from, to});
        }

        double median(long from, long to) {
            int first = (int) ((from - parameters.startNanos()) / SECOND);
            int last = (int) ((to - parameters.startNanos()) / SECOND);
            return GeneratedMarket.median(Arrays.copyOfRange(samples, first, last));
        }

        double inside(TruthEvent event) {
            return mean(event.onsetNanos(), event.endNanos());
        }

        double ratio(TruthEvent event) {
            long onset = event.onsetNanos();
            return inside(event) / mean(onset - 40 * SECOND, onset);
        }
    }
}
