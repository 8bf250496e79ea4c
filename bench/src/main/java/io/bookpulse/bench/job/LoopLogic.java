package io.bookpulse.bench.job;

import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.regime.Regimes;
import io.bookpulse.jobs.pipeline.PipelineParameters;

/**
 * The pipeline's logic as direct calls: market, regimes, detectors of samples, ensemble, decision.
 */
final class LoopLogic implements MarketOutput {
    private final Market market;
    private final Regimes regimes;
    private final SampleDetectors detectors;
    private final Ensemble ensemble;
    private final Decision decision;
    private InstrumentStates current;
    private long samples;
    private long alerts;

    LoopLogic(PipelineParameters parameters) {
        market = new Market(parameters.market());
        regimes = new Regimes(parameters.regime().rules(), parameters.regime().hmm());
        detectors =
                new SampleDetectors(
                        parameters.sampleDetectors(),
                        parameters.market().features().sampleInterval());
        ensemble = parameters.newEnsemble();
        decision = parameters.newDecision();
        current = newStates("");
    }

    InstrumentStates newStates(String instrument) {
        return new InstrumentStates(
                market.newState(),
                regimes.initialState(),
                detectors.initialState(),
                ensemble.initialState(),
                decision.initialState());
    }

    void update(InstrumentStates states, MarketEvent event) {
        current = states;
        market.update(states.market(), event, this);
    }

    void end(InstrumentStates states) {
        current = states;
        market.advance(states.market(), Long.MAX_VALUE, this);
    }

    long samples() {
        return samples;
    }

    long alerts() {
        return alerts;
    }

    @Override
    public void sample(Sample sample) {
        samples++;
        regimes.update(current.regimes(), sample, null, this::detection);
        detectors.update(current.detectors(), sample, this::detection);
        ensemble.update(current.ensemble(), sample, this::detection);
    }

    private void detection(Detection detection) {
        decision.update(current.decision(), detection, alert -> alerts++);
    }

    @Override
    public void transition(Transition transition) {
        switch (transition.step) {
            case WORSENED -> detection(Detections.worsened(transition));
            case CLEARED -> detection(Detections.cleared(transition));
            case LEFT_NORMAL, ENTERED, CONFIRMED -> {}
        }
    }

    @Override
    public void bar(Bar bar) {
        regimes.update(current.regimes(), bar, null, this::detection);
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
