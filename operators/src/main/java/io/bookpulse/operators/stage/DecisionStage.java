package io.bookpulse.operators.stage;

import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.DetectionOrder;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Detection;
import io.bookpulse.operators.keyed.KeyedStage;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
import java.util.Comparator;

/** Decides which detections become alerts. */
public final class DecisionStage implements KeyedStage<Detection, DecisionState, Alert> {
    private static final long serialVersionUID = 1L;

    private final TunedLogic<Decision> decisions;
    private final ModelStamp models;

    /** Returns a stage around logic that never changes, and the models of each alert's time. */
    public DecisionStage(Decision decision, ModelStamp models) {
        this(TunedLogic.fixed(decision), models);
    }

    /**
     * Returns a stage around logic that the detections' tuning changes; each alert is stamped with
     * the models of its time.
     */
    public DecisionStage(TunedLogic<Decision> decisions, ModelStamp models) {
        this.decisions = decisions;
        this.models = models;
    }

    @Override
    public DecisionState newState(String instrument) {
        return decisions.configured().initialState();
    }

    @Override
    public void update(DecisionState state, Detection detection, StageOutput<Alert> out) {
        decisions
                .under(detection.tuning)
                .update(
                        state,
                        detection,
                        alert -> {
                            alert.modelVersions =
                                    models.at(
                                            alert.instrument,
                                            alert.detectTimeNanos,
                                            detection.tuning);
                            out.emit(alert, alert.detectTimeNanos);
                        });
    }

    @Override
    public void advance(DecisionState state, long releasedNanos, StageOutput<Alert> out) {}

    @Override
    public long nextDueNanos(DecisionState state) {
        return Long.MAX_VALUE;
    }

    @Override
    public long timeNanos(Detection detection) {
        return detection.detectTimeNanos;
    }

    @Override
    public Comparator<? super Detection> order() {
        return DetectionOrder.INSTANCE;
    }
}
