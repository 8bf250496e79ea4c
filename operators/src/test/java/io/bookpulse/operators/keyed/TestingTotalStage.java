package io.bookpulse.operators.keyed;

import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import java.util.Comparator;

/** Adds positions up and says the total at once; negative positions do not concern it. */
final class TestingTotalStage
        implements KeyedStage<MarketEvent, TestingTotalStage.TotalState, String> {
    private static final long serialVersionUID = 1L;

    private final boolean fedInOrder;

    TestingTotalStage(boolean fedInOrder) {
        this.fedInOrder = fedInOrder;
    }

    /** Memory of one key. */
    public static final class TotalState {
        public long total;
    }

    @Override
    public TotalState newState(String key) {
        return new TotalState();
    }

    @Override
    public boolean isFedInOrder() {
        return fedInOrder;
    }

    @Override
    public boolean passOn(MarketEvent event, StageOutput<String> out) {
        if (event.sourcePosition < 0) {
            out.emit(event.instrument + " passed", event.eventTimeNanos);
            return true;
        }
        return false;
    }

    @Override
    public void update(TotalState state, MarketEvent event, StageOutput<String> out) {
        state.total += event.sourcePosition;
        out.emit(event.instrument + "=" + state.total, event.eventTimeNanos);
    }

    @Override
    public void advance(TotalState state, long releasedNanos, StageOutput<String> out) {}

    @Override
    public long nextDueNanos(TotalState state) {
        return Long.MAX_VALUE;
    }

    @Override
    public long timeNanos(MarketEvent event) {
        return event.eventTimeNanos;
    }

    @Override
    public Comparator<? super MarketEvent> order() {
        return EventOrder.INSTANCE;
    }
}
