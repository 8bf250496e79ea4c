package io.bookpulse.core.decision;

import static io.bookpulse.core.decision.Transitions.nanos;
import static io.bookpulse.core.decision.Transitions.spread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatternDetectionsTest {
    private static Evidence evidence(Detection found, String name) {
        return Arrays.stream(found.evidence)
                .filter(evidence -> evidence.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Transition step(Quantity quantity, Step step, double onset, double at) {
        Transition transition = spread(step, onset, at, 5);
        transition.quantity = quantity;
        return transition;
    }

    @Test
    void tellsAFlashMoveWithItsWayDownAndBack() {
        Transition moved = step(Quantity.MOVE, Step.ENTERED, 1, 1);
        moved.direction = -1;
        moved.baseline = 1000;
        moved.scale = 3;
        moved.threshold = 20;
        Transition returned = step(Quantity.MOVE, Step.CONFIRMED, 1, 11.5);
        returned.worstScore = 40;
        returned.worstValue = 996;
        returned.value = 998.5;
        returned.share = 0.625;
        Detection found = PatternDetections.flashMove(moved, returned);
        assertThat(found.type).isEqualTo(AlertType.FLASH_MOVE);
        assertThat(found.direction).isEqualTo(-1);
        assertThat(found.score).isEqualTo(40);
        assertThat(found.threshold).isEqualTo(20);
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(11.5));
        assertThat(evidence(found, "move_bps").value).isEqualTo(-40);
        assertThat(evidence(found, "move_bps").threshold).isEqualTo(-20);
        assertThat(evidence(found, "mid_extreme").value).isEqualTo(996);
        assertThat(evidence(found, "mid_extreme").baseline).isEqualTo(1000);
        assertThat(evidence(found, "mid_returned").value).isEqualTo(998.5);
        assertThat(evidence(found, "retrace_share").value).isEqualTo(0.625);
        assertThat(evidence(found, "retrace_seconds").value).isCloseTo(10.5, within(1e-9));
    }

    @Test
    void tellsQuoteStuffingByItsWorstSample() {
        Transition entered = step(Quantity.QUOTE_RATE, Step.ENTERED, 1, 1);
        entered.baseline = 100;
        entered.scale = 10;
        Transition confirmed = step(Quantity.QUOTE_RATE, Step.CONFIRMED, 1, 2);
        confirmed.worstScore = 80;
        confirmed.worstValue = 900;
        confirmed.threshold = 6;
        confirmed.share = 400;
        Detection found = PatternDetections.quoteStuffing(entered, confirmed);
        assertThat(found.type).isEqualTo(AlertType.QUOTE_STUFFING);
        assertThat(found.direction).isZero();
        assertThat(found.score).isEqualTo(80);
        assertThat(found.threshold).isEqualTo(6);
        assertThat(evidence(found, "level_changes").value).isEqualTo(900);
        assertThat(evidence(found, "level_changes").baseline).isEqualTo(100);
        assertThat(evidence(found, "cancels_per_trade").value).isEqualTo(400);
    }

    @Test
    void tellsASpoofLikeLevelWithSizesTimesAndPrices() {
        Transition traded = step(Quantity.WALL, Step.TRADED, 1, 2);
        traded.value = 0.5;
        traded.worstValue = 100.01;
        Transition withdrawn = step(Quantity.WALL, Step.CONFIRMED, 1, 3.25);
        withdrawn.direction = 1;
        withdrawn.priceE8 = 9_998_000_000L;
        withdrawn.levels = 3;
        withdrawn.value = 60;
        withdrawn.baseline = 10;
        withdrawn.score = 6;
        withdrawn.threshold = 5;
        withdrawn.share = 0.9;
        Detection found = PatternDetections.spoofLike(traded, withdrawn);
        assertThat(found.type).isEqualTo(AlertType.SPOOF_LIKE);
        assertThat(found.direction).isEqualTo(1);
        assertThat(found.score).isEqualTo(6);
        assertThat(found.threshold).isEqualTo(5);
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(3.25));
        assertThat(found.sourceFrom).isEqualTo("spot.gz:10");
        assertThat(evidence(found, "wall_size").value).isEqualTo(60);
        assertThat(evidence(found, "wall_size").baseline).isEqualTo(10);
        assertThat(evidence(found, "wall_size").threshold).isEqualTo(50);
        assertThat(evidence(found, "wall_price").value).isCloseTo(99.98, within(1e-12));
        assertThat(evidence(found, "wall_level").value).isEqualTo(3);
        assertThat(evidence(found, "wall_seconds").value).isCloseTo(2.25, within(1e-9));
        assertThat(evidence(found, "withdrawn_share").value).isEqualTo(0.9);
        assertThat(evidence(found, "opposite_trade_size").value).isEqualTo(0.5);
        assertThat(evidence(found, "opposite_trade_price").value).isEqualTo(100.01);
    }

    @Test
    void tellsASweepChainFromItsFirstTradeToItsSecondSweep() {
        Transition first = sweep(1, 1.05, 1000, 999, 12);
        Transition second = sweep(2.5, 2.55, 999.2, 998, 15);
        Detection found = PatternDetections.sweepChain(first, second);
        assertThat(found.type).isEqualTo(AlertType.SWEEP_CHAIN);
        assertThat(found.direction).isEqualTo(-1);
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(2.55));
        assertThat(found.score).isCloseTo(2.7, within(1e-12));
        assertThat(found.threshold).isEqualTo(2);
        assertThat(evidence(found, "first_sweep_size").value).isEqualTo(12);
        assertThat(evidence(found, "second_sweep_size").baseline).isEqualTo(10);
        assertThat(evidence(found, "second_sweep_size").threshold).isEqualTo(10);
        assertThat(evidence(found, "first_sweep_prices").value).isEqualTo(4);
        assertThat(evidence(found, "price_from").value).isEqualTo(1000);
        assertThat(evidence(found, "price_to").value).isEqualTo(998);
        assertThat(evidence(found, "swept_bps").value).isCloseTo(-20, within(1e-9));
        assertThat(evidence(found, "between_seconds").value).isCloseTo(1.5, within(1e-9));
    }

    private static Transition sweep(double onset, double at, double from, double to, double size) {
        Transition sweep = step(Quantity.SWEEP, Step.ENTERED, onset, at);
        sweep.direction = -1;
        sweep.levels = 4;
        sweep.baseline = from;
        sweep.worstValue = to;
        sweep.value = size;
        sweep.scale = 10;
        sweep.score = size / 10;
        sweep.threshold = 1;
        return sweep;
    }

    @Test
    void tellsARegimeThatFollowedOnASpike() {
        Transition spike = spread(Step.CONFIRMED, 1, 2, 7);
        Transition change = PatternDetections.regimeEntered(change(1.5, Double.NaN, 2e-6));
        Detection found = PatternDetections.spikeThenRegime(spike, change);
        assertThat(found.type).isEqualTo(AlertType.SPIKE_THEN_REGIME);
        assertThat(found.regime).isEqualTo("turbulent-wide");
        assertThat(found.direction).isEqualTo(1);
        assertThat(found.score).isEqualTo(7);
        assertThat(found.threshold).isEqualTo(3);
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(30));
        assertThat(evidence(found, "spread").baseline).isEqualTo(0.02);
        assertThat(evidence(found, "regime_score").value).isEqualTo(1.5);
        assertThat(evidence(found, "until_change_seconds").value).isCloseTo(28, within(1e-9));
    }

    @Test
    void takesOnlyAChangeFromAKnownRegimeForAChange() {
        assertThat(PatternDetections.isChange(change(1.5, Double.NaN, 2e-6))).isTrue();
        assertThat(PatternDetections.isChange(change(Double.NaN, Double.NaN, 2e-6))).isFalse();
        Detection other = change(1.5, Double.NaN, 2e-6);
        other.type = AlertType.CHANGE_POINT;
        assertThat(PatternDetections.isChange(other)).isFalse();
    }

    /** The spread's axis alone is the spike seen twice. */
    @Test
    void takesAChangeOfTheSpreadsCellForNone() {
        assertThat(PatternDetections.isChange(change(1.5, 3, Double.NaN))).isFalse();
        assertThat(PatternDetections.isChange(change(1.5, 3, 2e-6))).isTrue();
    }

    /**
     * A change of rule regimes, whose crossed boundaries are those; NaN for an axis that stayed.
     */
    private static Detection change(double score, double spreadLimit, double varianceLimit) {
        Detection change = new Detection();
        change.instrument = "binance:BTCUSDT";
        change.type = AlertType.REGIME_CHANGE;
        change.onsetTimeNanos = nanos(30);
        change.detectTimeNanos = nanos(30);
        change.direction = 1;
        change.score = score;
        change.threshold = 1;
        change.regime = "turbulent-wide";
        change.evidence =
                new Evidence[] {
                    Evidence.of("rv_300s", 3e-6, 1e-6, varianceLimit),
                    Evidence.of("spread_mean_60s_bps", 4, 2, spreadLimit)
                };
        return change;
    }
}
