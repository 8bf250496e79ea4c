package io.bookpulse.operators.keyed;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Core logic as the write-back operator hosts it: one state per key, inputs in one total order, and
 * time that only moves when the stream says so.
 *
 * <p>A stage must not care how its calls to {@link #advance} are interleaved with its inputs:
 * watermarks come at other moments in every run, and the output must not show it.
 *
 * @param <I> input record
 * @param <S> state of one key: a Flink POJO, owned by the operator
 * @param <O> main output record
 */
public interface KeyedStage<I, S, O> extends Serializable {

    /** Returns the state of a key that was never seen. */
    S newState(String key);

    /** Takes the next input of the key, in the order of {@link #order}. */
    void update(S state, I input, StageOutput<O> out);

    /**
     * Learns that no further input at or before {@code releasedNanos} will come; {@link
     * Long#MAX_VALUE} ends the input.
     */
    void advance(S state, long releasedNanos, StageOutput<O> out);

    /**
     * The earliest time at which {@link #advance} would act without a further input, or {@link
     * Long#MAX_VALUE} if none: such a key may be put to sleep. Later than the time to which the
     * state was advanced last.
     */
    long nextDueNanos(S state);

    /**
     * Learns of an input that came after its time was released: it goes to the side output, and to
     * nothing else.
     */
    default void late(I input, StageOutput<O> out) {}

    /**
     * Whether the inputs of each key come in order and none of them late, as they do from a stage
     * on the same subtask. Then an input need not wait for the watermark: {@link #update} is called
     * as it comes, and the input may be filled again once the call has returned.
     */
    default boolean isFedInOrder() {
        return false;
    }

    /**
     * Passes on an input that this stage has nothing to do with, without looking at its key; asked
     * of a stage that is fed in order. Returns whether it did.
     */
    default boolean passOn(I input, StageOutput<O> out) {
        return false;
    }

    /** Event time of an input, ns since epoch UTC. */
    long timeNanos(I input);

    /** Total order of the inputs of one key; agrees with {@link #timeNanos}. */
    Comparator<? super I> order();
}
