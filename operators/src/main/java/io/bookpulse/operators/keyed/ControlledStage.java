package io.bookpulse.operators.keyed;

import io.bookpulse.core.control.ControlChange;

/**
 * A stage whose parameters or models can change while it runs. A change holds for inputs at or
 * after its effective time; it becomes known before any input at that time is released.
 *
 * @param <I> input record
 * @param <S> state of one key
 * @param <O> main output record
 */
public interface ControlledStage<I, S, O> extends KeyedStage<I, S, O> {

    /** Learns of a change, of a time that was not released yet. */
    void control(ControlChange change);
}
