package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.jobs.control.ControlGate;
import io.bookpulse.jobs.control.ControlRules;
import io.bookpulse.operators.type.WireTypes;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What the control stage gives to others, if there is one.
 *
 * @param gate the stage that accepts and refuses
 */
record ControlStreams(Optional<SingleOutputStreamOperator<ControlChange>> gate) {
    /** Nothing can be changed. */
    static final ControlStreams NONE = new ControlStreams(Optional.empty());

    /**
     * Defines the control stage.
     *
     * @param records control records, one JSON text each
     * @param clock carries the watermarks of all events
     */
    static ControlStreams of(
            DataStream<String> records, DataStream<String> clock, ControlRules rules) {
        return new ControlStreams(
                Optional.of(
                        records.connect(clock)
                                .transform(
                                        Uids.CONTROL,
                                        WireTypes.CONTROL_CHANGE,
                                        new ControlGate(rules))
                                .uid(Uids.CONTROL)
                                .setParallelism(1)));
    }

    /** All changes that hold, models by their version alone. */
    Optional<DataStream<ControlChange>> changes() {
        return gate.map(stream -> stream);
    }

    /** The models of a kind. */
    Optional<DataStream<ControlChange>> models(String kind) {
        return gate.map(stream -> stream.getSideOutput(ControlGate.models(kind)));
    }
}
