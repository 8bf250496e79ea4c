package io.bookpulse.operators.stage;

import io.bookpulse.core.decision.FalseDiscoveryControl;
import io.bookpulse.core.decision.FalseDiscoveryState;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.event.Alert;
import io.bookpulse.operators.keyed.KeyedStage;
import io.bookpulse.operators.keyed.StageOutput;
import java.util.Comparator;

/** Judges the alerts of all instruments under one key, in one order. */
public final class FalseDiscoveryStage implements KeyedStage<Trial, FalseDiscoveryState, Alert> {
    private static final long serialVersionUID = 1L;

    /** The one key. */
    public static final String KEY = "all";

    private final FalseDiscoveryControl control;

    /** Returns a stage around that logic. */
    public FalseDiscoveryStage(FalseDiscoveryControl control) {
        this.control = control;
    }

    @Override
    public FalseDiscoveryState newState(String key) {
        return control.initialState();
    }

    @Override
    public void update(FalseDiscoveryState state, Trial trial, StageOutput<Alert> out) {
        control.update(state, trial, alert -> out.emit(alert, alert.detectTimeNanos));
    }

    @Override
    public void advance(FalseDiscoveryState state, long releasedNanos, StageOutput<Alert> out) {
        control.advance(state, releasedNanos, alert -> out.emit(alert, alert.detectTimeNanos));
    }

    @Override
    public long nextDueNanos(FalseDiscoveryState state) {
        return control.nextDueNanos(state);
    }

    @Override
    public long timeNanos(Trial trial) {
        return trial.timeNanos;
    }

    @Override
    public Comparator<? super Trial> order() {
        return Trial.ORDER;
    }
}
