package io.bookpulse.evaluation.study;

import io.bookpulse.core.detector.SpreadSpike;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.detector.SpreadSpikeState;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import java.util.ArrayList;
import java.util.List;

/** A spread spike detector; its alarm is the entry, before any confirmation. */
final class SpreadStream implements StreamDetector {
    private final SpreadSpike detector;
    private final SpreadSpikeState state;
    private final SpreadWindow window;
    private final LiveQuote quote = new LiveQuote();
    private boolean entered;

    SpreadStream(SpreadSpikeParameters parameters) {
        this.detector = new SpreadSpike(parameters);
        this.state = detector.initialState();
        this.window = new SpreadWindow(parameters.score());
        quote.valid = true;
        quote.onGrid = true;
        quote.quality = 1;
    }

    @Override
    public boolean update(long timeNanos, double value) {
        entered = false;
        quote.eventTimeNanos = timeNanos;
        window.freeze(quote, value);
        detector.update(state, quote, step -> entered |= step.step == Transition.Step.ENTERED);
        return entered;
    }

    @Override
    public List<Object> memory() {
        List<Object> memory = new ArrayList<>(window.memory());
        memory.add(state);
        return memory;
    }
}
