package io.bookpulse.core.decision;

import static io.bookpulse.core.decision.Transitions.depth;
import static io.bookpulse.core.decision.Transitions.nanos;
import static io.bookpulse.core.decision.Transitions.spread;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.testkit.StructRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private final Decision decision =
            new Decision(DecisionParameters.defaults(), "c0ffee", "rules-1");
    private final DecisionState state = decision.initialState();
    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void holdsBackAnOnsetWithinTheCooldownAndAllowsItAtExactlyThirtySeconds() {
        see(spike(0, 4));
        see(spike(29.999999999, 4));
        see(spike(30, 4));
        assertThat(alerts).extracting(a -> a.onsetTimeNanos).containsExactly(nanos(0), nanos(30));
        assertThat(alerts).extracting(a -> a.suppressed).containsExactly(0, 1);
    }

    @Test
    void countsWhatItHoldsBackOncePerAlert() {
        see(spike(0, 4));
        see(spike(1, 4));
        see(spike(2, 4));
        see(spike(40, 4));
        see(spike(80, 4));
        assertThat(alerts).extracting(a -> a.suppressed).containsExactly(0, 2, 0);
    }

    @Test
    void breaksThroughWhenTheSeverityClassRises() {
        see(spike(0, 4.4));
        see(spike(1, 4.6));
        assertThat(alerts)
                .extracting(a -> a.severity)
                .containsExactly(Severity.LOW, Severity.MEDIUM);
    }

    @Test
    void breaksThroughOnlyAboveOneAndAHalfTimesTheLastScore() {
        see(spike(0, 8));
        see(spike(1, 12));
        assertThat(alerts).hasSize(1);
        see(spike(2, 12.01));
        assertThat(alerts).hasSize(2);
    }

    @Test
    void coolsDownEachTypeAndDirectionByItself() {
        see(spike(0, 4));
        see(drift(1, 1));
        see(drift(2, -1));
        see(drift(3, 1));
        assertThat(alerts).extracting(a -> a.direction).containsExactly(1, 1, -1);
    }

    @Test
    void followsAnAlertToItsEndUnderOneIdentity() {
        see(spike(0, 4));
        see(Detections.worsened(spread(Step.WORSENED, 0, 2, 7.6)));
        see(Detections.cleared(spread(Step.CLEARED, 0, 5, 9)));
        assertThat(alerts)
                .extracting(a -> a.phase)
                .containsExactly(Phase.ONSET, Phase.ESCALATE, Phase.CLEAR);
        assertThat(alerts).extracting(a -> a.alertId).containsOnly(alerts.get(0).alertId);
        assertThat(alerts)
                .extracting(a -> a.severity)
                .containsExactly(Severity.LOW, Severity.HIGH, Severity.HIGH);
    }

    @Test
    void staysSilentOnTheRestOfAnOnsetThatWasHeldBack() {
        see(spike(0, 4));
        see(Detections.cleared(spread(Step.CLEARED, 0, 1, 4)));
        see(spike(2, 4));
        see(Detections.worsened(spread(Step.WORSENED, 2, 3, 9)));
        assertThat(alerts).hasSize(2);
        see(Detections.cleared(spread(Step.CLEARED, 2, 4, 9)));
        assertThat(alerts).hasSize(2);
    }

    @Test
    void endsAnAlertOnlyOnce() {
        see(spike(0, 4));
        see(Detections.cleared(spread(Step.CLEARED, 0, 1, 4)));
        see(Detections.cleared(spread(Step.CLEARED, 0, 2, 4)));
        assertThat(alerts).hasSize(2);
    }

    @Test
    void escalatesOnlyIntoAHigherClass() {
        see(spike(0, 5));
        see(Detections.worsened(spread(Step.WORSENED, 0, 2, 5.5)));
        assertThat(alerts).hasSize(1);
    }

    @Test
    void raisesOneOnsetForAnIdentityHoweverOftenItIsMatched() {
        see(spike(0, 4));
        Detection again = spike(0, 40);
        again.detectTimeNanos = nanos(50);
        see(again);
        assertThat(alerts).hasSize(1);
    }

    @Test
    void endsALiquidityShockWithTheLastOfItsParts() {
        see(shock(1, 2));
        see(Detections.cleared(depth(Step.CLEARED, 2, 6, 10)));
        assertThat(alerts).hasSize(1);
        see(Detections.cleared(spread(Step.CLEARED, 1, 9, 6)));
        assertThat(alerts).extracting(a -> a.phase).containsExactly(Phase.ONSET, Phase.CLEAR);
        Alert end = alerts.get(1);
        assertThat(end.type).isEqualTo(AlertType.LIQUIDITY_SHOCK);
        assertThat(end.alertId).isEqualTo(alerts.get(0).alertId);
        assertThat(end.detectTimeNanos).isEqualTo(nanos(9));
        assertThat(end.evidence[1].value).as("duration, s").isEqualTo(8);
        assertThat(end.severity).isEqualTo(alerts.get(0).severity);
    }

    @Test
    void knowsThatAPartOfAShockHadEndedBeforeItWasSeen() {
        see(Detections.cleared(spread(Step.CLEARED, 1, 3, 6)));
        see(shock(1, 2));
        see(Detections.cleared(depth(Step.CLEARED, 2, 6, 10)));
        assertThat(alerts).extracting(a -> a.phase).containsExactly(Phase.ONSET, Phase.CLEAR);
    }

    @Test
    void readsEachAlertInTheRegimeLastDetected() {
        see(spike(0, 4));
        see(regime(10, "calm-tight"));
        see(drift(11, 1));
        Detection own = drift(12, -1);
        own.regime = "turbulent-wide";
        see(own);
        assertThat(alerts)
                .extracting(a -> a.regime)
                .containsExactly("", "calm-tight", "calm-tight", "turbulent-wide");
    }

    @Test
    void raisesTheClassOfTheScoreToTheLeastThatADetectorAsksFor() {
        Detection weak = spike(0, 4);
        weak.leastSeverity = Severity.MEDIUM;
        see(weak);
        Detection strong = spike(60, 30);
        strong.leastSeverity = Severity.MEDIUM;
        see(strong);
        assertThat(alerts)
                .extracting(a -> a.severity)
                .containsExactly(Severity.MEDIUM, Severity.HIGH);
    }

    @Test
    void lowersTheClassOfTheScoreToTheMostThatADetectorAllows() {
        Detection strong = spike(0, 30);
        strong.mostSeverity = Severity.LOW;
        see(strong);
        assertThat(alerts).extracting(a -> a.severity).containsExactly(Severity.LOW);
    }

    /** 12 times the threshold, but for a spread that costs nobody anything; depth 2 times. */
    @Test
    void takesAShockForNoWorseThanTheWorseOfItsParts() {
        Transition cheap = spread(Step.CONFIRMED, 1, 4, 36);
        cheap.mostSeverity = Severity.LOW;
        see(Detections.liquidityShock(cheap, depth(Step.CONFIRMED, 2, 4, 15)));
        assertThat(alerts).extracting(a -> a.severity).containsExactly(Severity.MEDIUM);
        assertThat(alerts).extracting(a -> a.score).containsExactly(12.0);
    }

    @Test
    void takesARegimeAfterASpikeForNoWorseThanTheSpike() {
        Transition cheap = spread(Step.CONFIRMED, 1, 4, 36);
        cheap.mostSeverity = Severity.LOW;
        Transition change = PatternDetections.regimeEntered(regime(10, "turbulent-tight"));
        see(PatternDetections.spikeThenRegime(cheap, change));
        assertThat(alerts).extracting(a -> a.severity).containsExactly(Severity.LOW);
    }

    @Test
    void takesARegimeChangeForInformation() {
        Detection change = regime(10, "calm-tight");
        change.score = 9;
        see(change);
        assertThat(alerts.get(0).severity).isEqualTo(Severity.INFO);
    }

    @Test
    void stampsIdentityConfigurationModelsAndSources() {
        see(spike(0, 4));
        Alert alert = alerts.get(0);
        // XXH64 of bookpulse|binance:BTCUSDT|spread-spike|1723075200000000000|c0ffee, by a
        // separate implementation
        assertThat(alert.alertId).isEqualTo("a975d3c4a8c574ba");
        assertThat(alert.configHash).isEqualTo("c0ffee");
        assertThat(alert.modelVersions).isEqualTo("rules-1");
        assertThat(alert.sourceFrom).isEqualTo("spot.gz:0");
        assertThat(alert.pValue).isEqualTo(1e-4);
        assertThat(alert.evidence).isNotEmpty();
    }

    @Test
    void forgetsTheOldestOfTooManyOpenAlertsAndCountsIt() {
        for (int i = 0; i < 17; i++) {
            see(spike(100 * i, 4));
        }
        assertThat(state.forgotten).isEqualTo(1);
        see(Detections.cleared(spread(Step.CLEARED, 0, 1700, 4)));
        assertThat(alerts).hasSize(17);
        see(Detections.cleared(spread(Step.CLEARED, 100, 1701, 4)));
        assertThat(alerts).hasSize(18);
    }

    @Test
    void keepsItsStateInAStruct() {
        assertThat(StructRules.violations(DecisionState.class)).isEmpty();
        assertThat(AlertType.values()).hasSizeLessThanOrEqualTo(CooldownState.TYPES);
    }

    @Test
    void ordersDetectionsByTimeTypePhaseDirectionAndOnset() {
        Detection early = spike(0, 4);
        Detection late = spike(1, 4);
        Detection end = Detections.cleared(spread(Step.CLEARED, 0, 1, 4));
        Detection down = drift(1, -1);
        Detection up = drift(1, 1);
        Detection laterOnset = drift(1, 1);
        laterOnset.onsetTimeNanos++;
        List<Detection> shuffled = new ArrayList<>(List.of(laterOnset, up, down, end, late, early));
        shuffled.sort(DetectionOrder.INSTANCE);
        assertThat(shuffled).containsExactly(early, late, end, down, up, laterOnset);
    }

    private void see(Detection detection) {
        decision.update(state, detection, alerts::add);
    }

    private static Detection spike(double at, double score) {
        Transition entered = spread(Step.ENTERED, at, at, score);
        return Detections.spreadSpike(entered, spread(Step.CONFIRMED, at, at, score));
    }

    private static Detection shock(double spreadOnset, double depthOnset) {
        return Detections.liquidityShock(
                spread(Step.CONFIRMED, spreadOnset, 4, 6),
                depth(Step.CONFIRMED, depthOnset, 4, 20));
    }

    private static Detection drift(double at, int direction) {
        Detection detection = new Detection();
        detection.instrument = "binance:BTCUSDT";
        detection.type = AlertType.IMBALANCE_DRIFT;
        detection.direction = direction;
        detection.onsetTimeNanos = nanos(at - 0.5);
        detection.detectTimeNanos = nanos(at);
        detection.score = 4;
        detection.threshold = 3;
        return detection;
    }

    private static Detection regime(double at, String name) {
        Detection detection = drift(at, 0);
        detection.type = AlertType.REGIME_CHANGE;
        detection.regime = name;
        return detection;
    }
}
