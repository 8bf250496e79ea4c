package io.bookpulse.operators.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Flink's CEP operator keeps nothing of a key when the pattern's window has passed: its state
 * follows the transitions of the last window, not the instruments ever seen.
 */
class PatternMemoryTest {
    private static final int KEYS = 1000;

    /** P2's first step: nearly every key of a real market hangs in it, most of the time. */
    @Test
    void forgetsKeysWhosePartialMatchesRanOutOfTime() throws Exception {
        try (PatternHarness task = new PatternHarness(new DepthCollapsePattern(2))) {
            for (int key = 0; key < KEYS; key++) {
                task.of("sim:" + key).left(Quantity.DEPTH, 1);
            }
            task.watermark(2);
            assertThat(task.stateEntries()).isGreaterThanOrEqualTo(KEYS);
            task.watermark(7);
            assertThat(task.stateEntries()).isZero();
            assertThat(task.timers()).isZero();
            assertThat(task.timedOut()).hasSize(KEYS).containsOnly(Step.LEFT_NORMAL);
        }
    }

    @Test
    void forgetsKeysThatMatched() throws Exception {
        try (PatternHarness task = new PatternHarness(new SpreadSpikePattern(1))) {
            for (int key = 0; key < KEYS; key++) {
                task.of("sim:" + key).excursion(Quantity.SPREAD, 1, 3);
            }
            task.watermark(60);
            assertThat(task.stateEntries()).isZero();
            assertThat(task.timers()).isZero();
            assertThat(task.detections()).hasSize(KEYS);
        }
    }

    /** The last moment of the window: nothing may be forgotten before it has passed. */
    @Test
    void remembersForTheWholeWindow() throws Exception {
        try (PatternHarness task = new PatternHarness(new SpreadSpikePattern(1))) {
            task.entered(Quantity.SPREAD, 1).watermark(2.999);
            assertThat(task.stateEntries()).isPositive();
            task.confirmed(Quantity.SPREAD, 3);
            assertThat(task.detections()).containsExactly("sim:A SPREAD_SPIKE 1.0-3.0");
        }
    }

    @Test
    void forgetsAfterARestartToo() throws Exception {
        try (PatternHarness task = new PatternHarness(new DepthCollapsePattern(2))) {
            task.left(Quantity.DEPTH, 1).watermark(2).restart();
            task.watermark(7);
            assertThat(task.stateEntries()).isZero();
            assertThat(task.timedOut()).isEqualTo(List.of(Step.LEFT_NORMAL));
        }
    }
}
