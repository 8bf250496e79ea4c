package io.bookpulse.core.decision;

import static io.bookpulse.core.decision.Transitions.depth;
import static io.bookpulse.core.decision.Transitions.nanos;
import static io.bookpulse.core.decision.Transitions.spread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DetectionsTest {
    @Test
    void tellsASpreadSpikeFromEntryToConfirmation() {
        Transition entered = spread(Step.ENTERED, 1, 1, 3.5);
        Transition confirmed = spread(Step.CONFIRMED, 1, 2, 4);
        Detection found = Detections.spreadSpike(entered, confirmed);
        assertThat(found.type).isEqualTo(AlertType.SPREAD_SPIKE);
        assertThat(found.phase).isEqualTo(Phase.ONSET);
        assertThat(found.direction).isEqualTo(1);
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(2));
        assertThat(found.score).isEqualTo(4);
        assertThat(found.threshold).isEqualTo(3);
        assertThat(found.pValue).isEqualTo(1e-4);
        assertThat(found.sourceFrom).isEqualTo("spot.gz:10");
        assertThat(found.sourceTo).isEqualTo("spot.gz:20");
        assertThat(evidence(found, "spread").value).isCloseTo(0.06, within(1e-12));
        assertThat(evidence(found, "spread").baseline).isEqualTo(0.02);
        assertThat(evidence(found, "spread_score").threshold).isEqualTo(3);
        assertThat(evidence(found, "spread_at_onset").value).isCloseTo(0.055, within(1e-12));
        assertThat(evidence(found, "spread_deviation").value).isEqualTo(0.01);
    }

    @Test
    void tellsADepthCollapseWithItsLimitInUnitsOfSize() {
        Detection found =
                Detections.depthCollapse(
                        depth(Step.ENTERED, 1, 1, 20), depth(Step.CONFIRMED, 1, 3, 15));
        assertThat(found.type).isEqualTo(AlertType.DEPTH_COLLAPSE);
        assertThat(found.direction).isEqualTo(-1);
        assertThat(evidence(found, "top_depth").value).isEqualTo(15);
        assertThat(evidence(found, "top_depth").baseline).isEqualTo(100);
        assertThat(evidence(found, "top_depth").threshold).isCloseTo(30, within(1e-9));
        // 8.2: severity = 1 - depth / (0.3 median) = 1 - 15 / 30
        assertThat(evidence(found, "depth_severity").value).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void spansBothPartsOfALiquidityShock() {
        Detection found =
                Detections.liquidityShock(
                        spread(Step.CONFIRMED, 2.123456789, 3, 6), depth(Step.CONFIRMED, 1, 5, 20));
        assertThat(found.type).isEqualTo(AlertType.LIQUIDITY_SHOCK);
        assertThat(found.direction).isZero();
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(5));
        assertThat(found.score).isEqualTo(2);
        assertThat(found.threshold).isEqualTo(1);
        assertThat(found.sourceFrom).isEqualTo("spot.gz:10");
        assertThat(found.sourceTo).isEqualTo("spot.gz:50");
        assertThat(evidence(found, "spread_onset_seconds").value).isEqualTo(1.123456789);
        assertThat(evidence(found, "depth_onset_seconds").value).isZero();
    }

    @Test
    void escalatesWithTheScoreOfTheStep() {
        Detection found = Detections.worsened(spread(Step.WORSENED, 1, 4, 7.5));
        assertThat(found.phase).isEqualTo(Phase.ESCALATE);
        assertThat(found.score).isEqualTo(7.5);
        assertThat(found.onsetTimeNanos).isEqualTo(nanos(1));
        assertThat(found.detectTimeNanos).isEqualTo(nanos(4));
    }

    /** A spread that begins to cost something, when the measure has grown with the spike. */
    @Test
    void escalatesWithTheValueOfTheStepThoughAnotherHadTheLargerScore() {
        Transition worsened = spread(Step.WORSENED, 1, 4, 7.5);
        worsened.worstScore = 30;
        worsened.worstValue = 0.05;
        Detection found = Detections.worsened(worsened);
        assertThat(evidence(found, "spread").value).isCloseTo(0.095, within(1e-12));
        assertThat(evidence(found, "spread_score").value).isEqualTo(7.5);
    }

    @Test
    void clearsWithTheWorstValueAndTheDuration() {
        Transition cleared = spread(Step.CLEARED, 1, 4.5, 8);
        cleared.score = 1.2;
        cleared.value = 0.032;
        Detection found = Detections.cleared(cleared);
        assertThat(found.phase).isEqualTo(Phase.CLEAR);
        assertThat(found.score).isEqualTo(8);
        assertThat(evidence(found, "spread").value).isEqualTo(0.032);
        assertThat(evidence(found, "worst_spread").value).isCloseTo(0.1, within(1e-12));
        assertThat(evidence(found, "duration_seconds").value).isEqualTo(3.5);
        assertThat(Detections.cleared(depth(Step.CLEARED, 1, 2, 10)).direction).isEqualTo(-1);
    }

    private static Evidence evidence(Detection detection, String name) {
        return Arrays.stream(detection.evidence)
                .filter(evidence -> evidence.name.equals(name))
                .findFirst()
                .orElseThrow();
    }
}
