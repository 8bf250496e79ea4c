package io.bookpulse.bench.job;

import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.regime.RuleRegime;
import io.bookpulse.jobs.pipeline.PipelineParameters;

/** The pipeline's logic as direct calls: market, regime, detectors of samples, decision. */
final class LoopLogic implements MarketOutput {
    private final Market market;
    private final RuleRegime regime;
    private final SampleDetectors detectors;
    private final Decision decision;
    private InstrumentStates current;
    private long samples;
    private long alerts;

    LoopLogic(PipelineParameters parameters) {
        market = new Market(parameters.market());
        regime = new RuleRegime(parameters.regime());
        detectors =
                new SampleDetectors(
                        parameters.sampleDetectors(),
                        parameters.market().features().sampleInterval());
        decision = parameters.newDecision();
        current = newStates("");
    }

    InstrumentStates newStates(String instrument) {
        return new InstrumentStates(
                market.newState(),
                regime.initialState(),
                detectors.initialState(),
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
        regime.update(current.regime(), sample, this::detection);
        detectors.update(current.detectors(), sample, this::detection);
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
    public void bar(Bar bar) {}

    @Override
    public void reject(MarketEvent event, RejectReason reason, String detail) {}

    @Override
    public void accepted() {}

    @Override
    public void conflated() {}

    @Override
    public void gap() {}
}
