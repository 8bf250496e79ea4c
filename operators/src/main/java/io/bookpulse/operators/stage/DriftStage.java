package io.bookpulse.operators.stage;

import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.util.OutputTag;

/**
 * Judges the samples of each instrument: samples in, the same with their scores out, detections
 * aside.
 */
public final class DriftStage extends SampleStage<SampleDetectorsState, Sample> {
    private static final long serialVersionUID = 1L;

    /** What the detectors found. */
    public static final OutputTag<Detection> DETECTIONS =
            new OutputTag<>("drift-detections", WireTypes.DETECTION);

    private final SampleDetectors detectors;

    /** Returns a stage around that logic. */
    public DriftStage(SampleDetectors detectors) {
        this.detectors = detectors;
    }

    @Override
    public SampleDetectorsState newState(String instrument) {
        return detectors.initialState();
    }

    @Override
    public void update(SampleDetectorsState state, Sample sample, StageOutput<Sample> out) {
        detectors.update(
                state, sample, found -> out.emit(DETECTIONS, found, found.detectTimeNanos));
        out.emit(sample, sample.eventTimeNanos);
    }
}
