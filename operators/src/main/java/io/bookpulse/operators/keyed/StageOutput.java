package io.bookpulse.operators.keyed;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.util.OutputTag;

/**
 * Where a stage puts what it finds.
 *
 * @param <O> main output record
 */
public interface StageOutput<O> {

    /** Emits a record of the main output at an event time, ns since epoch UTC. */
    void emit(O record, long eventTimeNanos);

    /** Emits a record of a side output at an event time, ns since epoch UTC. */
    <T> void emit(OutputTag<T> tag, T record, long eventTimeNanos);

    /**
     * Returns the counter of that name, an accumulator of the whole job that survives restarts. To
     * be fetched once, not per input.
     */
    LongCounter counter(String name);
}
