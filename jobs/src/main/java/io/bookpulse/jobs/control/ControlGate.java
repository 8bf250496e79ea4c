package io.bookpulse.jobs.control;

import io.bookpulse.codec.control.ControlException;
import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.core.control.ControlAudit;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.jobs.model.ModelRules;
import io.bookpulse.operators.type.WireTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Says yes or no to control records, once for the whole job: one subtask, fed with the records and
 * with the watermarks of all events. What it accepts goes to every subtask before the watermark
 * that it accepted it under; so nobody judges an input at or after the effective time without
 * knowing of the change. A record whose time has been passed is refused.
 *
 * <p>The first input has the records, the second only the watermarks of the events. The first holds
 * the second back until it has ended or fallen silent for the first time; its watermark is not part
 * of the output, which would run away when the events pause.
 *
 * <p>It never calls itself idle: those who follow its watermark cannot overtake it.
 */
public final class ControlGate extends AbstractStreamOperator<ControlChange>
        implements TwoInputStreamOperator<String, String, ControlChange> {
    private static final long serialVersionUID = 1L;

    /** What became of each record. */
    public static final OutputTag<ControlAudit> AUDIT =
            new OutputTag<>("control-audit", WireTypes.CONTROL_AUDIT);

    private static final Map<String, OutputTag<ControlChange>> MODELS = modelTags();
    private static final int RECORDS = 0;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int SHOWN = 200;
    private static final ListStateDescriptor<ControlChange> ACCEPTED =
            new ListStateDescriptor<>("accepted", WireTypes.CONTROL_CHANGE);

    private final ControlRules rules;
    private transient ListState<ControlChange> stored;
    private transient List<ControlChange> accepted;
    private transient long releasedMillis;
    private transient long clockMillis;
    private transient boolean isOpen;

    /** The side output of accepted models of a kind, of {@link ModelRules#KINDS}. */
    public static OutputTag<ControlChange> models(String kind) {
        return Objects.requireNonNull(MODELS.get(kind), kind);
    }

    private static Map<String, OutputTag<ControlChange>> modelTags() {
        Map<String, OutputTag<ControlChange>> tags = new HashMap<>();
        for (String kind : ModelRules.KINDS) {
            tags.put(kind, new OutputTag<>("models-" + kind, WireTypes.CONTROL_CHANGE));
        }
        return Map.copyOf(tags);
    }

    /** Returns a gate with those rules. */
    public ControlGate(ControlRules rules) {
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        stored = context.getOperatorStateStore().getListState(ACCEPTED);
        accepted = new ArrayList<>();
        for (ControlChange change : stored.get()) {
            accepted.add(change);
        }
        releasedMillis = Long.MIN_VALUE;
        clockMillis = Long.MIN_VALUE;
        isOpen = false;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        stored.update(accepted);
    }

    @Override
    public void processElement1(StreamRecord<String> element) {
        ControlChange change;
        try {
            change = ControlJson.parse(element.getValue());
        } catch (ControlException unreadable) {
            refuse(unreadable(element.getValue()), String.valueOf(unreadable.getMessage()));
            return;
        }
        Optional<String> refusal = late(change).or(() -> rules.refusal(accepted, change));
        if (refusal.isPresent()) {
            refuse(change, refusal.get());
        } else {
            accept(change);
            audit(ControlAudit.applied(change));
        }
    }

    @Override
    public void processElement2(StreamRecord<String> never) {
        throw new IllegalStateException("the clock has no records");
    }

    /** Everybody learns that a model holds; only the stages that use its kind get the model. */
    private void accept(ControlChange change) {
        ControlChange light = change.withoutModel();
        accepted.add(light);
        if (change.kind == ControlKind.MODEL) {
            output.collect(models(kind(change)), new StreamRecord<>(change, millis(change)));
        }
        output.collect(new StreamRecord<>(light, millis(change)));
    }

    private static String kind(ControlChange change) {
        return change.key.substring(ControlChange.MODEL_PREFIX.length());
    }

    /** A watermark says that all of its millisecond is complete. */
    private Optional<String> late(ControlChange change) {
        return millis(change) > releasedMillis
                ? Optional.empty()
                : Optional.of(
                        "It was to hold from "
                                + Instant.ofEpochMilli(millis(change))
                                + ", but everything up to "
                                + Instant.ofEpochMilli(releasedMillis)
                                + " was judged already.");
    }

    private void refuse(ControlChange change, String refusal) {
        audit(ControlAudit.refused(change, refusal));
    }

    private void audit(ControlAudit audit) {
        output.collect(AUDIT, new StreamRecord<>(audit, millis(audit.change)));
    }

    /** What is kept of a text that is no control record: its beginning, as the reason. */
    private static ControlChange unreadable(String text) {
        ControlChange change = new ControlChange();
        change.reason = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return ControlJson.identified(change);
    }

    private static long millis(ControlChange change) {
        return Math.floorDiv(change.effectiveNanos, NANOS_PER_MILLI);
    }

    /** The records that are known from the start are complete, or their sources are silent. */
    @Override
    public void processWatermark1(Watermark mark) {
        if (mark.getTimestamp() == Long.MAX_VALUE) {
            letThrough();
        }
    }

    /** Events that are silent only stop the clock; this operator is always active: see above. */
    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) {
        if (input == RECORDS && status.isIdle()) {
            letThrough();
        }
    }

    @Override
    public void processWatermark2(Watermark mark) {
        clockMillis = Math.max(clockMillis, mark.getTimestamp());
        advance();
    }

    private void letThrough() {
        isOpen = true;
        advance();
    }

    private void advance() {
        if (isOpen && clockMillis > releasedMillis) {
            releasedMillis = clockMillis;
            output.emitWatermark(new Watermark(clockMillis));
        }
    }
}
