package io.bookpulse.operators.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class RegimeStepFunctionTest {
    private static Detection change(double score) {
        Detection change = new Detection();
        change.instrument = "sim:A";
        change.type = AlertType.REGIME_CHANGE;
        change.detectTimeNanos = 5_000_000_000L;
        change.onsetTimeNanos = 5_000_000_000L;
        change.regime = "volatile";
        change.direction = 1;
        change.score = score;
        change.threshold = 0.4;
        return change;
    }

    @Test
    void makesAStepOfAChangeAtItsTimeAndNoneOfTheFirstRegime() throws Exception {
        try (var task = ProcessFunctionTestHarnesses.forProcessFunction(new RegimeStepFunction())) {
            task.processElement(new StreamRecord<>(change(Double.NaN), 5_000));
            assertThat(task.getOutput()).isEmpty();
            task.processElement(new StreamRecord<>(change(0.6), 5_000));
            var records = task.extractOutputStreamRecords();
            assertThat(records).hasSize(1);
            assertThat(records.get(0).getTimestamp()).isEqualTo(5_000);
            Transition step = records.get(0).getValue();
            assertThat(step.instrument).isEqualTo("sim:A");
            assertThat(step.quantity).isEqualTo(Quantity.REGIME);
            assertThat(step.step).isEqualTo(Step.ENTERED);
            assertThat(step.eventTimeNanos).isEqualTo(5_000_000_000L);
            assertThat(step.regime).isEqualTo("volatile");
            assertThat(step.score).isEqualTo(0.6);
        }
    }
}
