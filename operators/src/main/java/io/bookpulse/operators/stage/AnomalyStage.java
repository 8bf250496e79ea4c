package io.bookpulse.operators.stage;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.model.ModelTimeline;
import io.bookpulse.operators.model.TimedModel;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.util.OutputTag;

/**
 * Scores how unusual the samples of each instrument are: samples in, the same with their score out,
 * anomalies aside.
 */
public final class AnomalyStage extends SampleStage<AnomalyState, Sample> {
    private static final long serialVersionUID = 1L;

    /** Onsets and ends of anomalies. */
    public static final OutputTag<Detection> DETECTIONS =
            new OutputTag<>("anomaly-detections", WireTypes.DETECTION);

    private final TunedLogic<Anomaly> anomalies;
    private final ModelTimeline<IsolationForestModel> models;

    /** Returns a stage around that logic and the models that it may look at, if any. */
    public AnomalyStage(Anomaly anomaly, ModelTimeline<IsolationForestModel> models) {
        this(TunedLogic.fixed(anomaly), models);
    }

    /** The same around logic that the samples' tuning changes. */
    public AnomalyStage(TunedLogic<Anomaly> anomalies, ModelTimeline<IsolationForestModel> models) {
        this.anomalies = anomalies;
        this.models = models;
    }

    @Override
    public AnomalyState newState(String instrument) {
        return anomalies.configured().initialState();
    }

    @Override
    public void update(AnomalyState state, Sample sample, StageOutput<Sample> out) {
        TimedModel<IsolationForestModel> timed =
                models.at(sample.instrument, sample.eventTimeNanos);
        anomalies
                .under(sample.tuning)
                .update(
                        state,
                        sample,
                        timed == null ? null : timed.model(),
                        found -> emit(out, DETECTIONS, found, sample));
        out.emit(sample, sample.eventTimeNanos);
    }
}
