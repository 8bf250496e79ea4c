package io.bookpulse.operators.keyed;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.operators.type.WireTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * A write-back operator with a second input, broadcast: the changes that its stage is to obey. The
 * watermark is the smaller one of both inputs, so a change is known before its time is released;
 * BATCH reads the second input first. Every subtask keeps the whole log in broadcast state and
 * tells it to its stage again after a restore.
 *
 * @param <I> input record
 * @param <S> state of the stage
 * @param <O> main output record
 */
public final class ControlledOperator<I, S, O> extends WriteBackOperator<I, S, O>
        implements TwoInputStreamOperator<I, ControlChange, O> {
    private static final long serialVersionUID = 1L;

    private static final int INPUTS = 2;
    private static final MapStateDescriptor<Long, ControlChange> CHANGES =
            new MapStateDescriptor<>("control", Types.LONG, WireTypes.CONTROL_CHANGE);

    private final ControlledStage<I, S, O> stage;
    private transient BroadcastState<Long, ControlChange> changes;
    private transient long count;
    private transient int ended;

    /** Returns an operator that hosts a stage; parameters as of {@link WriteBackOperator}. */
    public ControlledOperator(
            ControlledStage<I, S, O> stage,
            TypeInformation<I> inputType,
            Class<S> stateType,
            OutputTag<I> lateTag,
            WriteBackOptions options) {
        super(stage, inputType, stateType, lateTag, options);
        this.stage = stage;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        changes = context.getOperatorStateStore().getBroadcastState(CHANGES);
        List<Map.Entry<Long, ControlChange>> stored = new ArrayList<>();
        changes.immutableEntries().forEach(stored::add);
        stored.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        stored.forEach(entry -> stage.control(entry.getValue()));
        count = stored.size();
        ended = 0;
    }

    /** A change may be on its way: only the watermark says that none is. */
    @Override
    boolean takesAtOnce() {
        return false;
    }

    @Override
    public void processElement1(StreamRecord<I> element) throws Exception {
        processElement(element);
    }

    @Override
    public void processElement2(StreamRecord<ControlChange> element) throws Exception {
        changes.put(count++, element.getValue());
        stage.control(element.getValue());
    }

    /** Called once for each input: the keys end with the last. */
    @Override
    public void endInput() throws Exception {
        if (++ended == INPUTS) {
            super.endInput();
        }
    }
}
