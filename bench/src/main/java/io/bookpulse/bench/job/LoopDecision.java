package io.bookpulse.bench.job;

import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.DetectionOrder;
import io.bookpulse.core.decision.FalseDiscovery;
import io.bookpulse.core.decision.FalseDiscoveryControl;
import io.bookpulse.core.decision.FalseDiscoveryState;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Detection;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.stage.ModelStamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Detections to alerts, as direct calls. Detections of one moment are decided in their order, as in
 * the pipeline. What sees all instruments, control of false discoveries, comes when all have ended.
 */
final class LoopDecision {
    private final Decision decision;
    private final ModelStamp models;
    private final @Nullable FalseDiscoveryControl control;
    private final List<Trial> trials = new ArrayList<>();
    private final Consumer<Alert> out;

    LoopDecision(PipelineParameters parameters, Consumer<Alert> out) {
        this.decision = parameters.newDecision();
        this.models = parameters.newModelStamp();
        FalseDiscovery procedure = parameters.decision().falseDiscovery();
        this.control =
                procedure == FalseDiscovery.OFF
                        ? null
                        : new FalseDiscoveryControl(
                                procedure, parameters.market().features().sampleInterval());
        this.out = out;
    }

    DecisionState initialState() {
        return decision.initialState();
    }

    void add(InstrumentStates states, Detection detection) {
        List<Detection> found = states.found();
        if (!found.isEmpty() && found.get(0).detectTimeNanos != detection.detectTimeNanos) {
            decide(states);
        }
        found.add(detection);
    }

    /** What the instrument's detections lead to; no others of their time may follow. */
    void decide(InstrumentStates states) {
        states.found().sort(DetectionOrder.INSTANCE);
        for (Detection detection : states.found()) {
            decision.update(states.decision(), detection, alert -> alert(alert, detection.tuning));
        }
        states.found().clear();
    }

    void tests(String instrument, long timeNanos, int count) {
        if (control != null && count > 0) {
            trials.add(Trial.of(instrument, timeNanos, count));
        }
    }

    private void alert(Alert alert, String tuning) {
        alert.modelVersions = models.at(alert.instrument, alert.detectTimeNanos, tuning);
        if (control == null) {
            out.accept(alert);
        } else {
            trials.add(Trial.of(alert));
        }
    }

    /** Judges the alerts of all instruments together. */
    void end() {
        FalseDiscoveryControl together = control;
        if (together != null) {
            trials.sort(Trial.ORDER);
            FalseDiscoveryState state = together.initialState();
            for (Trial trial : trials) {
                together.advance(state, trial.timeNanos - 1, out);
                together.update(state, trial, out);
            }
            together.advance(state, Long.MAX_VALUE, out);
        }
    }
}
