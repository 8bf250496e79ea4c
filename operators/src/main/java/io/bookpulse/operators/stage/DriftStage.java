package io.bookpulse.operators.stage;

import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
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

    private final TunedLogic<SampleDetectors> detectors;

    /** Returns a stage around that logic. */
    public DriftStage(SampleDetectors detectors) {
        this(TunedLogic.fixed(detectors));
    }

    /** Returns a stage around logic that the samples' tuning changes. */
    public DriftStage(TunedLogic<SampleDetectors> detectors) {
        this.detectors = detectors;
    }

    @Override
    public SampleDetectorsState newState(String instrument) {
        return detectors.configured().initialState();
    }

    @Override
    public void update(SampleDetectorsState state, Sample sample, StageOutput<Sample> out) {
        detectors
                .under(sample.tuning)
                .update(state, sample, found -> emit(out, DETECTIONS, found, sample));
        out.emit(sample, sample.eventTimeNanos);
    }
}
