package io.bookpulse.bench.cep;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.simulation.market.MarketGenerator;
import java.util.HashMap;
import java.util.Map;

/** Counts how many transitions the generated market gives an event. */
final class TransitionShare implements MarketOutput {
    private static final int INSTRUMENTS = 20;

    private long transitions;

    private TransitionShare() {}

    /** Transitions an event, over that many events of twenty instruments. */
    static double of(MarketParameters parameters, long events) {
        TransitionShare counter = new TransitionShare();
        Market market = new Market(parameters);
        Map<String, MarketState> states = new HashMap<>();
        long count = 0;
        for (MarketEvent event : MarketGenerator.of(MarketInputs.market(INSTRUMENTS))) {
            MarketState state = states.computeIfAbsent(event.instrument, name -> market.newState());
            market.update(state, event, counter);
            if (++count == events) {
                break;
            }
        }
        return (double) counter.transitions / count;
    }

    @Override
    public void transition(Transition transition) {
        transitions++;
    }

    @Override
    public void sample(Sample sample) {}

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
