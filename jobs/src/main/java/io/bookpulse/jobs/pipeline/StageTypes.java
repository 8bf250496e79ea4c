package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The types of a stage's input, state and output, and where late inputs would go. */
record StageTypes<I, S, O>(
        TypeInformation<I> input,
        TypeInformation<S> state,
        TypeInformation<O> output,
        OutputTag<I> late) {

    /** Those of a stage that samples pass through, with a state of that class. */
    static <S> StageTypes<Sample, S, Sample> ofSamples(Class<S> state, String uid) {
        return new StageTypes<>(
                WireTypes.SAMPLE,
                TypeInformation.of(state),
                WireTypes.SAMPLE,
                neverLate("late-samples-" + uid, WireTypes.SAMPLE));
    }

    /** Stages after the market are fed within the watermark: nobody listens to this tag. */
    static <I> OutputTag<I> neverLate(String name, TypeInformation<I> type) {
        return new OutputTag<>(name, type);
    }
}
