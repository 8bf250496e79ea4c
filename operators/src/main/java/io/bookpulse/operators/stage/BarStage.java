package io.bookpulse.operators.stage;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.TuningTimeline;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.feature.BarHistory;
import io.bookpulse.core.feature.BarHistoryState;
import io.bookpulse.operators.keyed.ControlledStage;
import io.bookpulse.operators.keyed.StageOutput;
import java.util.Comparator;

/**
 * Completes bars that a venue published by those before them, as our own bars are, and says what is
 * changed at the time of each.
 */
public final class BarStage implements ControlledStage<Bar, BarHistoryState, MarketReading> {
    private static final long serialVersionUID = 1L;

    private final BarHistory history;
    private final TuningTimeline timeline = new TuningTimeline();

    /** Returns a stage around that logic. */
    public BarStage(BarHistory history) {
        this.history = history;
    }

    @Override
    public void control(ControlChange change) {
        timeline.add(change);
    }

    @Override
    public BarHistoryState newState(String instrument) {
        return history.newState();
    }

    @Override
    public void update(BarHistoryState state, Bar bar, StageOutput<MarketReading> out) {
        history.complete(state, bar);
        String tuning = timeline.size() == 0 ? "" : timeline.text(bar.instrument, bar.endNanos());
        out.emit(MarketReading.of(bar, tuning), bar.endNanos());
    }

    @Override
    public void advance(
            BarHistoryState state, long releasedNanos, StageOutput<MarketReading> out) {}

    @Override
    public long nextDueNanos(BarHistoryState state) {
        return Long.MAX_VALUE;
    }

    @Override
    public long timeNanos(Bar bar) {
        return bar.endNanos();
    }

    @Override
    public Comparator<? super Bar> order() {
        return Comparator.comparingLong(Bar::endNanos);
    }
}
