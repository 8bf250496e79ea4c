package io.bookpulse.jobs.pipeline;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The types of a stage's input, state and output, and where late inputs would go. */
record StageTypes<I, S, O>(
        TypeInformation<I> input,
        TypeInformation<S> state,
        TypeInformation<O> output,
        OutputTag<I> late) {

    /** Stages after the market are fed within the watermark: nobody listens to this tag. */
    static <I> OutputTag<I> neverLate(String name, TypeInformation<I> type) {
        return new OutputTag<>(name, type);
    }
}
