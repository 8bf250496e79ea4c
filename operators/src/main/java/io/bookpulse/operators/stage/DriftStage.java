package io.bookpulse.operators.stage;

import io.bookpulse.core.detector.Drift;
import io.bookpulse.core.detector.DriftState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;

/** Change points in the features of each instrument: samples in, detections out. */
public final class DriftStage extends SampleStage<DriftState, Detection> {
    private static final long serialVersionUID = 1L;

    private final Drift drift;

    /** Returns a stage around that logic. */
    public DriftStage(Drift drift) {
        this.drift = drift;
    }

    @Override
    public DriftState newState(String instrument) {
        return drift.initialState();
    }

    @Override
    public void update(DriftState state, Sample sample, StageOutput<Detection> out) {
        drift.update(state, sample, detection -> out.emit(detection, detection.detectTimeNanos));
    }
}
