package io.bookpulse.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.operators.StructText;
import java.util.List;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class LifecycleFunctionTest {
    @Test
    void turnsOnlyWorseningAndClearingIntoDetections() throws Exception {
        try (var harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new LifecycleFunction())) {
            for (Step step : Step.values()) {
                Transition transition = transition(step);
                harness.processElement(transition, transition.eventTimeNanos / 1_000_000);
            }
            List<Detection> detections = harness.extractOutputValues();
            assertThat(detections)
                    .extracting(detection -> detection.phase)
                    .containsExactly(Phase.ESCALATE, Phase.CLEAR);
            assertThat(detections)
                    .extracting(StructText::of)
                    .containsExactly(
                            StructText.of(Detections.worsened(transition(Step.WORSENED))),
                            StructText.of(Detections.cleared(transition(Step.CLEARED))));
        }
    }

    @Test
    void keepsTheTimeOfTheTransition() throws Exception {
        try (var harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new LifecycleFunction())) {
            harness.processElement(transition(Step.CLEARED), 9_876);
            assertThat(harness.extractOutputStreamRecords())
                    .extracting(record -> record.getTimestamp())
                    .containsExactly(9_876L);
        }
    }

    private static Transition transition(Step step) {
        Transition transition = new Transition();
        transition.instrument = "sim:A";
        transition.step = step;
        transition.onsetTimeNanos = 9_000_000_000L;
        transition.eventTimeNanos = 9_876_543_210L;
        transition.score = 5;
        transition.threshold = 3;
        transition.worstScore = 6;
        transition.worstValue = 12;
        return transition;
    }
}
