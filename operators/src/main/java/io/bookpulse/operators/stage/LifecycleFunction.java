package io.bookpulse.operators.stage;

import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns worsening and clearing transitions into the later phases of their alerts. */
public final class LifecycleFunction extends ProcessFunction<Transition, Detection> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Transition transition, Context context, Collector<Detection> out) {
        switch (transition.step) {
            case WORSENED -> out.collect(tuned(Detections.worsened(transition), transition));
            case CLEARED -> out.collect(tuned(Detections.cleared(transition), transition));
            case LEFT_NORMAL, ENTERED, CONFIRMED, TRADED -> {}
        }
    }

    private static Detection tuned(Detection detection, Transition transition) {
        detection.tuning = transition.tuning;
        return detection;
    }
}
