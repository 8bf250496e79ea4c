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

    /** Returns a stage around that logic. */
    public DecisionStage(Decision decision) {
        this(TunedLogic.fixed(decision));
    }

    /** Returns a stage around logic that the detections' tuning changes. */
    public DecisionStage(TunedLogic<Decision> decisions) {
        this.decisions = decisions;
    }

    @Override
    public DecisionState newState(String instrument) {
        return decisions.configured().initialState();
    }

    @Override
    public void update(DecisionState state, Detection detection, StageOutput<Alert> out) {
        decisions
                .under(detection.tuning)
                .update(state, detection, alert -> out.emit(alert, alert.detectTimeNanos));
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
