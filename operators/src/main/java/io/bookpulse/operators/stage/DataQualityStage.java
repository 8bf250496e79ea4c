package io.bookpulse.operators.stage;

import io.bookpulse.core.detector.DataQuality;
import io.bookpulse.core.detector.DataQualityState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;

/** Feeds that are too poor to judge their market: samples in, detections out. */
public final class DataQualityStage extends SampleStage<DataQualityState, Detection> {
    private static final long serialVersionUID = 1L;

    private final DataQuality dataQuality;

    /** Returns a stage around that logic. */
    public DataQualityStage(DataQuality dataQuality) {
        this.dataQuality = dataQuality;
    }

    @Override
    public DataQualityState newState(String instrument) {
        return dataQuality.initialState();
    }

    @Override
    public void update(DataQualityState state, Sample sample, StageOutput<Detection> out) {
        dataQuality.update(
                state, sample, detection -> out.emit(detection, detection.detectTimeNanos));
    }
}
