package io.bookpulse.operators.stage;

import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.util.OutputTag;

/**
 * Judges all scores of each instrument together: samples in, the same with their ensemble score
 * out, detections aside.
 */
public final class EnsembleStage extends SampleStage<EnsembleState, Sample> {
    private static final long serialVersionUID = 1L;

    /** What the ensemble found. */
    public static final OutputTag<Detection> DETECTIONS =
            new OutputTag<>("ensemble-detections", WireTypes.DETECTION);

    /** How many tests were made, a minute at a time: for control of false discoveries. */
    public static final OutputTag<Trial> TESTS = new OutputTag<>("tests", WireTypes.TRIAL);

    private final Ensemble ensemble;

    /** Returns a stage around that logic. */
    public EnsembleStage(Ensemble ensemble) {
        this.ensemble = ensemble;
    }

    @Override
    public EnsembleState newState(String instrument) {
        return ensemble.initialState();
    }

    @Override
    public void update(EnsembleState state, Sample sample, StageOutput<Sample> out) {
        ensemble.update(state, sample, found -> out.emit(DETECTIONS, found, found.detectTimeNanos));
        int tests = ensemble.newTests(state, sample);
        if (tests > 0) {
            long time = sample.eventTimeNanos;
            out.emit(TESTS, Trial.of(sample.instrument, time, tests), time);
        }
        out.emit(sample, sample.eventTimeNanos);
    }
}
