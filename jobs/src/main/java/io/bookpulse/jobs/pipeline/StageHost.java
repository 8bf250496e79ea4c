package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.operators.keyed.ControlledOperator;
import io.bookpulse.operators.keyed.ControlledStage;
import io.bookpulse.operators.keyed.KeyedStage;
import io.bookpulse.operators.keyed.WriteBackOperator;
import io.bookpulse.operators.keyed.WriteBackOptions;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/** Makes operators of stages, all with the same way of keeping keys. */
record StageHost(WriteBackOptions options) {

    /** Hosts a stage. */
    <I, S, O> SingleOutputStreamOperator<O> host(
            KeyedStream<I, String> input,
            KeyedStage<I, S, O> stage,
            StageTypes<I, S, O> types,
            String uid) {
        WriteBackOperator<I, S, O> operator =
                new WriteBackOperator<>(
                        stage, types.input(), types.state().getTypeClass(), types.late(), options);
        return input.transform(uid, types.output(), operator).uid(uid);
    }

    /** A host of stages that obey changes, if there are any. */
    Obeying obeying(Optional<DataStream<ControlChange>> changes) {
        return new Obeying(this, changes);
    }

    /**
     * Hosts a stage with a broadcast second input of changes. Only the first input has a key: in
     * BATCH it is sorted, and the second is read to its end before. An operator with two inputs is
     * never chained to the one before it.
     */
    record Obeying(StageHost plain, Optional<DataStream<ControlChange>> changes) {

        <I, S, O> SingleOutputStreamOperator<O> host(
                KeyedStream<I, String> input,
                ControlledStage<I, S, O> stage,
                StageTypes<I, S, O> types,
                String uid) {
            if (changes.isEmpty()) {
                return plain.host(input, stage, types, uid);
            }
            StreamExecutionEnvironment environment = input.getExecutionEnvironment();
            TwoInputTransformation<I, ControlChange, O> transformation =
                    new TwoInputTransformation<>(
                            input.getTransformation(),
                            changes.get().broadcast().getTransformation(),
                            uid,
                            new ControlledOperator<>(
                                    stage,
                                    types.input(),
                                    types.state().getTypeClass(),
                                    types.late(),
                                    plain.options()),
                            types.output(),
                            environment.getParallelism());
            transformation.setStateKeySelectors(input.getKeySelector(), null);
            transformation.setStateKeyType(Types.STRING);
            environment.addOperator(transformation);
            return new Hosted<>(environment, transformation).uid(uid);
        }
    }

    /** Keys a stream that is already on its instrument's subtask: no shuffle. */
    static <T> KeyedStream<T, String> keyed(
            DataStream<T> stream, KeySelector<T, String> instrument) {
        return DataStreamUtils.reinterpretAsKeyedStream(stream, instrument, Types.STRING);
    }

    /** All those streams in one. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array for the varargs of union
    static <T> DataStream<T> union(List<? extends DataStream<T>> streams) {
        DataStream<T> first = streams.get(0);
        return streams.size() == 1
                ? first
                : first.union(streams.subList(1, streams.size()).toArray(new DataStream[0]));
    }

    /** Gives a transformation the methods of a stream. */
    private static final class Hosted<O> extends SingleOutputStreamOperator<O> {
        Hosted(
                StreamExecutionEnvironment environment,
                TwoInputTransformation<?, ?, O> transformation) {
            super(environment, transformation);
        }
    }
}
