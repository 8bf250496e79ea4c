package io.bookpulse.operators.stage;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.RuleRegime;
import io.bookpulse.core.regime.RuleRegimeState;
import io.bookpulse.operators.keyed.StageOutput;
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

    private final RuleRegime regime;

    /** Returns a stage around that logic. */
    public RegimeStage(RuleRegime regime) {
        this.regime = regime;
    }

    @Override
    public RuleRegimeState newState(String instrument) {
        return regime.initialState();
    }

    @Override
    public void update(RuleRegimeState state, Sample sample, StageOutput<Sample> out) {
        regime.update(state, sample, change -> out.emit(CHANGES, change, change.detectTimeNanos));
        out.emit(sample, sample.eventTimeNanos);
    }
}
