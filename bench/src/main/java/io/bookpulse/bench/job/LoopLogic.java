package io.bookpulse.bench.job;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.regime.Regimes;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.model.LiveModels;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * The pipeline's logic as direct calls, all but its CEP patterns: market, regimes, detectors of
 * samples, anomaly, ensemble, decision.
 */
final class LoopLogic implements MarketOutput {
    private static final String NOTHING_CHANGED = "";

    private final Market market;
    private final Regimes regimes;
    private final LiveModels<HmmFilter> regimeModels;
    private final SampleDetectors detectors;
    private final Anomaly anomaly;
    private final LiveModels<IsolationForestModel> anomalyModels;
    private final Ensemble ensemble;
    private final LoopDecision decision;
    private final Consumer<Sample> out;
    private final Consumer<Detection> found = this::detection;
    private final Sample scratch = new Sample();
    private InstrumentStates current;

    /** The logic, which gives each finished sample and each alert away. */
    LoopLogic(PipelineParameters parameters, Consumer<Sample> samples, Consumer<Alert> alerts) {
        market = new Market(parameters.market());
        regimes = new Regimes(parameters.regime().rules(), parameters.regime().hmm());
        regimeModels = parameters.regime().models();
        detectors =
                new SampleDetectors(
                        parameters.sampleDetectors(),
                        parameters.market().features().sampleInterval());
        anomaly = new Anomaly(parameters.anomaly().parameters());
        anomalyModels = parameters.anomaly().models();
        ensemble = parameters.newEnsemble();
        decision = new LoopDecision(parameters, alerts);
        out = samples;
        current = newStates();
    }

    InstrumentStates newStates() {
        return new InstrumentStates(
                market.newState(),
                regimes.initialState(),
                detectors.initialState(),
                anomaly.initialState(),
                ensemble.initialState(),
                decision.initialState(),
                new ArrayList<>());
    }

    void update(InstrumentStates states, MarketEvent event) {
        current = states;
        market.update(states.market(), event, this);
    }

    /** Ends an instrument. */
    void end(InstrumentStates states) {
        current = states;
        market.advance(states.market(), Long.MAX_VALUE, this);
        decision.decide(states);
    }

    /** Ends all, after each has ended. */
    void end() {
        decision.end();
    }

    @Override
    public Sample newSample() {
        scratch.clear();
        return scratch;
    }

    @Override
    public void sample(Sample sample) {
        HmmFilter regimeModel =
                regimeModels.at(sample.instrument, sample.eventTimeNanos, NOTHING_CHANGED);
        regimes.update(current.regimes(), sample, regimeModel, found);
        detectors.update(current.detectors(), sample, found);
        IsolationForestModel forest =
                anomalyModels.at(sample.instrument, sample.eventTimeNanos, NOTHING_CHANGED);
        anomaly.update(current.anomaly(), sample, forest, found);
        ensemble.update(current.ensemble(), sample, found);
        decision.tests(
                sample.instrument,
                sample.eventTimeNanos,
                ensemble.newTests(current.ensemble(), sample));
        out.accept(sample);
    }

    @Override
    public void bar(Bar bar) {
        HmmFilter model = regimeModels.at(bar.instrument, bar.endNanos(), NOTHING_CHANGED);
        regimes.update(current.regimes(), bar, model, found);
    }

    @Override
    public void transition(Transition transition) {
        switch (transition.step) {
            case WORSENED -> detection(Detections.worsened(transition));
            case CLEARED -> detection(Detections.cleared(transition));
            case LEFT_NORMAL, ENTERED, CONFIRMED, TRADED -> {}
        }
    }

    private void detection(Detection detection) {
        decision.add(current, detection);
    }

    @Override
    public void reject(MarketEvent event, RejectReason reason, String detail) {}

    @Override
    public void accepted() {}

    @Override
    public void conflated() {}

    @Override
    public void gap() {}
}
