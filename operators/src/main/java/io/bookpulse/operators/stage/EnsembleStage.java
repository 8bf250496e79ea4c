package io.bookpulse.operators.stage;

import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
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

    private final TunedLogic<Ensemble> ensembles;

    /** Returns a stage around that logic. */
    public EnsembleStage(Ensemble ensemble) {
        this(TunedLogic.fixed(ensemble));
    }

    /** Returns a stage around logic that the samples' tuning changes. */
    public EnsembleStage(TunedLogic<Ensemble> ensembles) {
        this.ensembles = ensembles;
    }

    @Override
    public EnsembleState newState(String instrument) {
        return ensembles.configured().initialState();
    }

    @Override
    public void update(EnsembleState state, Sample sample, StageOutput<Sample> out) {
        Ensemble ensemble = ensembles.under(sample.tuning);
        ensemble.update(state, sample, found -> emit(out, DETECTIONS, found, sample));
        int tests = ensemble.newTests(state, sample);
        if (tests > 0) {
            long time = sample.eventTimeNanos;
            out.emit(TESTS, Trial.of(sample.instrument, time, tests), time);
        }
        out.emit(sample, sample.eventTimeNanos);
    }
}
