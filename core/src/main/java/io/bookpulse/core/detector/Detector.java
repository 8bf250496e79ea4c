package io.bookpulse.core.detector;

import java.io.Serializable;
import java.util.function.Consumer;

/**
 * The one shape of a detector: immutable logic over memory that the caller owns (DESIGN 2).
 *
 * <p>Contract, checked for each detector by {@code DetectorContractTest}: the same inputs in the
 * same order give the same outputs; the state is a flat struct whose size does not grow with the
 * input; a quiet input gives no output; nothing is emitted before the warm-up is over; an input
 * that cannot be judged (NaN, low quality) leaves the statistic as it is. Inputs of one state are
 * those of one instrument, in time order.
 *
 * @param <S> the memory, a struct
 * @param <I> what it looks at; only valid during the call
 * @param <O> what it finds
 */
public interface Detector<S, I, O> extends Serializable {
    /** Returns the memory of an instrument that has not been seen yet. */
    S initialState();

    /**
     * Looks at the next input.
     *
     * @param state the instrument's memory, changed in place
     * @param input the next input of that instrument
     * @param out receives what was found, in order of time; called only during this call
     */
    void update(S state, I input, Consumer<O> out);
}
