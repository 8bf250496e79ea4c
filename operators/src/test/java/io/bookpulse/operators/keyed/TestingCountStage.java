package io.bookpulse.operators.keyed;

import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import java.util.Comparator;

/**
 * Counts events on a grid of one second, and goes on for three seconds of silence: the smallest
 * logic that depends on order, on time without input and on its own memory.
 */
final class TestingCountStage
        implements KeyedStage<MarketEvent, TestingCountStage.CountState, String> {
    private static final long serialVersionUID = 1L;
    private static final long SECOND = 1_000_000_000L;

    /** Memory of one key. */
    public static final class CountState {
        public String key = "";
        public long total;
        public long digest;
        public long lastNanos = Long.MIN_VALUE;
        public long nextGridNanos = Long.MAX_VALUE;
    }

    @Override
    public CountState newState(String key) {
        CountState state = new CountState();
        state.key = key;
        return state;
    }

    @Override
    public void update(CountState state, MarketEvent event, StageOutput<String> out) {
        advance(state, event.eventTimeNanos - 1, out);
        state.total++;
        state.digest = state.digest * 31 + event.sourcePosition;
        state.lastNanos = event.eventTimeNanos;
        if (state.nextGridNanos == Long.MAX_VALUE) {
            state.nextGridNanos = Math.floorDiv(event.eventTimeNanos + SECOND - 1, SECOND) * SECOND;
        }
    }

    @Override
    public void advance(CountState state, long releasedNanos, StageOutput<String> out) {
        while (state.nextGridNanos <= releasedNanos && state.nextGridNanos != Long.MAX_VALUE) {
            long grid = state.nextGridNanos;
            out.emit(
                    state.key + "@" + grid / SECOND + "=" + state.total + "/" + state.digest, grid);
            state.nextGridNanos =
                    grid - state.lastNanos > 3 * SECOND ? Long.MAX_VALUE : grid + SECOND;
        }
    }

    @Override
    public long nextDueNanos(CountState state) {
        return state.nextGridNanos;
    }

    @Override
    public long timeNanos(MarketEvent input) {
        return input.eventTimeNanos;
    }

    @Override
    public Comparator<? super MarketEvent> order() {
        return EventOrder.INSTANCE;
    }
}
