package io.bookpulse.operators.stage;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.Regimes;
import io.bookpulse.core.regime.RegimesState;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.operators.keyed.ControlledStage;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.model.LiveModels;
import io.bookpulse.operators.type.WireTypes;
import java.util.Comparator;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Names the regime of each instrument: samples and bars in, in one order; samples with their regime
 * out; bars with theirs, and changes, aside. Which model holds is found anew at the time of each
 * input.
 */
public final class RegimeStage implements ControlledStage<MarketReading, RegimesState, Sample> {
    private static final long serialVersionUID = 1L;

    /** Changes of the published regime. */
    public static final OutputTag<Detection> CHANGES =
            new OutputTag<>("regime-changes", WireTypes.DETECTION);

    /** Bars of trades, complete. */
    public static final OutputTag<Bar> BARS = new OutputTag<>("bars", WireTypes.BAR);

    private final TunedLogic<Regimes> regimes;
    private final LiveModels<HmmFilter> models;
    private final boolean fedInOrder;

    /** Returns a stage around logic that never changes, with those models. */
    public RegimeStage(Regimes regimes, LiveModels<HmmFilter> models) {
        this(TunedLogic.fixed(regimes), models, false);
    }

    /**
     * Returns a stage around logic that the readings' tuning changes, with those models.
     *
     * @param fedInOrder whether readings come from the market stage alone, and so in order
     */
    public RegimeStage(
            TunedLogic<Regimes> regimes, LiveModels<HmmFilter> models, boolean fedInOrder) {
        this.regimes = regimes;
        this.models = models;
        this.fedInOrder = fedInOrder;
    }

    @Override
    public boolean isFedInOrder() {
        return fedInOrder;
    }

    @Override
    public void control(ControlChange change) {
        models.control(change);
    }

    @Override
    public RegimesState newState(String instrument) {
        return regimes.configured().initialState();
    }

    @Override
    public void update(RegimesState state, MarketReading reading, StageOutput<Sample> out) {
        Sample sample = reading.sample;
        Bar bar = reading.bar;
        HmmFilter model = model(reading);
        Regimes logic = regimes.under(reading.tuning);
        if (sample != null) {
            logic.update(state, sample, model, change -> emit(out, change, reading));
            out.emit(sample, sample.eventTimeNanos);
        } else if (bar != null) {
            logic.update(state, bar, model, change -> emit(out, change, reading));
            out.emit(BARS, bar, bar.closeTimeNanos);
        }
    }

    private static void emit(StageOutput<Sample> out, Detection change, MarketReading reading) {
        change.tuning = reading.tuning;
        out.emit(CHANGES, change, change.detectTimeNanos);
    }

    private @Nullable HmmFilter model(MarketReading reading) {
        return models.at(reading.instrument(), reading.timeNanos(), reading.tuning);
    }

    @Override
    public void advance(RegimesState state, long releasedNanos, StageOutput<Sample> out) {}

    @Override
    public long nextDueNanos(RegimesState state) {
        return Long.MAX_VALUE;
    }

    @Override
    public long timeNanos(MarketReading reading) {
        return reading.timeNanos();
    }

    @Override
    public Comparator<? super MarketReading> order() {
        return Comparator.comparingLong(MarketReading::timeNanos);
    }
}
