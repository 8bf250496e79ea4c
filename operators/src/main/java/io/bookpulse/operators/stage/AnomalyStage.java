package io.bookpulse.operators.stage;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.ControlledStage;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.model.LiveModels;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Scores how unusual the samples of each instrument are: samples in, the same with their score out,
 * anomalies aside.
 */
public final class AnomalyStage extends SampleStage<AnomalyState, Sample>
        implements ControlledStage<Sample, AnomalyState, Sample> {
    private static final long serialVersionUID = 1L;

    /** Onsets and ends of anomalies. */
    public static final OutputTag<Detection> DETECTIONS =
            new OutputTag<>("anomaly-detections", WireTypes.DETECTION);

    private final TunedLogic<Anomaly> anomalies;
    private final LiveModels<IsolationForestModel> models;

    /** Returns a stage around that logic and the models that it may look at, if any. */
    public AnomalyStage(Anomaly anomaly, LiveModels<IsolationForestModel> models) {
        this(TunedLogic.fixed(anomaly), models);
    }

    /** The same around logic that the samples' tuning changes. */
    public AnomalyStage(TunedLogic<Anomaly> anomalies, LiveModels<IsolationForestModel> models) {
        this.anomalies = anomalies;
        this.models = models;
    }

    @Override
    public void control(ControlChange change) {
        models.control(change);
    }

    @Override
    public AnomalyState newState(String instrument) {
        return anomalies.configured().initialState();
    }

    /** Without a method or its model there is nothing to remember. */
    @Override
    public boolean passOn(Sample sample, StageOutput<Sample> out) {
        boolean idle = anomalies.under(sample.tuning).isIdle(model(sample));
        if (idle) {
            out.emit(sample, sample.eventTimeNanos);
        }
        return idle;
    }

    @Override
    public void update(AnomalyState state, Sample sample, StageOutput<Sample> out) {
        anomalies
                .under(sample.tuning)
                .update(
                        state,
                        sample,
                        model(sample),
                        found -> emit(out, DETECTIONS, found, sample));
        out.emit(sample, sample.eventTimeNanos);
    }

    private @Nullable IsolationForestModel model(Sample sample) {
        return models.at(sample.instrument, sample.eventTimeNanos, sample.tuning);
    }
}
