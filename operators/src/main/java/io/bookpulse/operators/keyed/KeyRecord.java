package io.bookpulse.operators.keyed;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is kept of one key: the stage's state, the inputs that still wait for their turn, and
 * the time up to which inputs were released.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
public final class KeyRecord<I, S> {
    final S state;
    final List<I> waiting;
    long releasedNanos;

    /** Whether {@link #waiting} is known to be in order: the usual case, which needs no sort. */
    private boolean sorted;

    /** Time of the last of {@link #waiting}: looking at the input itself would wait for memory. */
    private long lastNanos = Long.MIN_VALUE;

    KeyRecord(S state, List<I> waiting, long releasedNanos) {
        this.state = state;
        this.waiting = waiting;
        this.releasedNanos = releasedNanos;
        sorted = waiting.isEmpty();
    }

    static <I, S> KeyRecord<I, S> of(S state) {
        return new KeyRecord<>(state, new ArrayList<>(4), Long.MIN_VALUE);
    }

    void add(I input, long timeNanos, KeyedStage<I, ?, ?> stage) {
        if (sorted && !waiting.isEmpty() && timeNanos <= lastNanos) {
            I last = waiting.get(waiting.size() - 1);
            sorted = timeNanos == lastNanos && stage.order().compare(last, input) <= 0;
        }
        lastNanos = timeNanos;
        waiting.add(input);
    }

    /** When there is something to do, as of the last release; {@link Long#MAX_VALUE} if never. */
    long dueNanos(KeyedStage<I, S, ?> stage) {
        long due = stage.nextDueNanos(state);
        int looks = sorted ? Math.min(1, waiting.size()) : waiting.size();
        for (int i = 0; i < looks; i++) {
            due = Math.min(due, stage.timeNanos(waiting.get(i)));
        }
        return due;
    }

    /**
     * Hands every waiting input up to the released time to the stage, in order, then the time
     * itself.
     */
    <O> void release(KeyedStage<I, S, O> stage, long upToNanos, StageOutput<O> out) {
        if (!sorted) {
            waiting.sort(stage.order());
            sorted = true;
            lastNanos = stage.timeNanos(waiting.get(waiting.size() - 1));
        }
        int taken = 0;
        while (taken < waiting.size() && stage.timeNanos(waiting.get(taken)) <= upToNanos) {
            stage.update(state, waiting.get(taken), out);
            taken++;
        }
        if (taken == waiting.size()) {
            waiting.clear();
        } else {
            waiting.subList(0, taken).clear();
        }
        stage.advance(state, upToNanos, out);
        releasedNanos = upToNanos;
    }
}
