package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthEvent;
import java.util.List;

/** What will happen to one instrument, drawn before its market runs. */
final class InstrumentPlan {
    private final List<TruthEvent> truth = List.of();

    static InstrumentPlan of(MarketGeneratorParameters parameters, int number) {
        return new InstrumentPlan();
    }

    List<TruthEvent> truth() {
        return truth;
    }
}
