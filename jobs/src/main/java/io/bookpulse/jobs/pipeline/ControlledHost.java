package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.operators.keyed.ControlledOperator;
import io.bookpulse.operators.keyed.ControlledStage;
import io.bookpulse.operators.keyed.WriteBackOptions;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * Hosts a stage with a broadcast second input of changes. Only the first input has a key: in BATCH
 * it is sorted, and the second is read to its end before. An operator with two inputs is never
 * chained to the one before it, so this is for stages that are fed over the network anyway.
 */
record ControlledHost(WriteBackOptions options) {

    <I, S, O> SingleOutputStreamOperator<O> host(
            KeyedStream<I, String> input,
            DataStream<ControlChange> changes,
            ControlledStage<I, S, O> stage,
            StageTypes<I, S, O> types,
            String uid) {
        StreamExecutionEnvironment environment = input.getExecutionEnvironment();
        TwoInputTransformation<I, ControlChange, O> transformation =
                new TwoInputTransformation<>(
                        input.getTransformation(),
                        changes.broadcast().getTransformation(),
                        uid,
                        new ControlledOperator<>(
                                stage,
                                types.input(),
                                types.state().getTypeClass(),
                                types.late(),
                                options),
                        types.output(),
                        environment.getParallelism());
        transformation.setStateKeySelectors(input.getKeySelector(), null);
        transformation.setStateKeyType(Types.STRING);
        environment.addOperator(transformation);
        return new Hosted<>(environment, transformation).uid(uid);
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
