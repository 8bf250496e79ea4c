package io.bookpulse.operators.stage;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.RuleRegime;
import io.bookpulse.core.regime.RuleRegimeState;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.util.OutputTag;

/**
 * Names the regime of each instrument: samples in, the same with their regime out, changes aside.
 */
public final class RegimeStage extends SampleStage<RuleRegimeState, Sample> {
    private static final long serialVersionUID = 1L;

    /** Changes of the published regime. */
    public static final OutputTag<Detection> CHANGES =
            new OutputTag<>("regime-changes", WireTypes.DETECTION);

    private final TunedLogic<RuleRegime> regime;

    /** Returns a stage around that logic. */
    public RegimeStage(RuleRegime regime) {
        this(TunedLogic.fixed(regime));
    }

    /** Returns a stage around logic that the samples' tuning changes. */
    public RegimeStage(TunedLogic<RuleRegime> regime) {
        this.regime = regime;
    }

    @Override
    public RuleRegimeState newState(String instrument) {
        return regime.configured().initialState();
    }

    @Override
    public void update(RuleRegimeState state, Sample sample, StageOutput<Sample> out) {
        regime.under(sample.tuning)
                .update(state, sample, change -> emit(out, CHANGES, change, sample));
        out.emit(sample, sample.eventTimeNanos);
    }
}
