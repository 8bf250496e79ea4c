package io.bookpulse.operators.keyed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Hosts a {@link KeyedStage}: orders each key's inputs by event time, keeps keys as live objects,
 * and writes the changed ones to keyed state before each checkpoint barrier (DESIGN 5).
 *
 * <p><b>Streaming.</b> Inputs wait in their key until the watermark passes them. An input at or
 * before the time already released is late and goes to the side output. <b>Batch.</b> Flink hands
 * over one key after the other, each sorted to the millisecond; an input releases everything of the
 * milliseconds before it, and a change of key ends the key.
 *
 * <p>A key is loaded when it is first touched. After a restore, keys with pending work are loaded
 * at once, so that they go on without waiting for an input. Cost: one hash look-up per input; per
 * watermark a visit of every live key; per checkpoint one serialisation of every key touched since
 * the last.
 *
 * @param <I> input record
 * @param <S> state of the stage
 * @param <O> main output record
 */
public sealed class WriteBackOperator<I, S, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput permits ControlledOperator {
    private static final long serialVersionUID = 1L;

    private static final String RECORDS = "records";
    private static final String PENDING = "pending";
    private static final ListStateDescriptor<Tuple2<String, Long>> COUNTS =
            new ListStateDescriptor<>("counts", Types.TUPLE(Types.STRING, Types.LONG));

    private final KeyedStage<I, S, O> stage;
    private final TypeInformation<I> inputType;
    private final TypeInformation<S> stateType;
    private final OutputTag<I> lateTag;
    private final WriteBackOptions options;

    private transient Map<String, LiveKey<I, S>> liveKeys;
    private transient TypeSerializer<KeyRecord<I, S>> recordSerializer;
    private transient ValueState<KeyRecord<I, S>> records;

    /**
     * Present for keys that have work to do without a further input. It does not expire: it is
     * written once, however long its key stays at work, and cleared when the work is done.
     */
    private transient ValueState<Boolean> pending;

    private transient StageOutput<O> stageOutput;
    private transient Map<String, LongCounter> counters;
    private transient ListState<Tuple2<String, Long>> storedCounts;
    private transient Counter lateInputs;
    private transient Counter evictedKeys;
    private transient long releasedNanos;
    private transient long touches;
    private transient boolean copyOnFlush;
    private transient @Nullable LiveKey<I, S> batchKey;

    /**
     * Returns an operator that hosts a stage.
     *
     * @param stage the logic
     * @param inputType type of the inputs, without Kryo
     * @param stateType type of the state, without Kryo
     * @param lateTag side output of inputs that came after their time was released
     * @param options how keys are kept
     */
    public WriteBackOperator(
            KeyedStage<I, S, O> stage,
            TypeInformation<I> inputType,
            TypeInformation<S> stateType,
            OutputTag<I> lateTag,
            WriteBackOptions options) {
        this.stage = stage;
        this.inputType = inputType;
        this.stateType = stateType;
        this.lateTag = lateTag;
        this.options = options;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        liveKeys = new HashMap<>();
        releasedNanos = Long.MIN_VALUE;
        var serializerConfig = getExecutionConfig().getSerializerConfig();
        recordSerializer =
                new KeyRecordSerializer<>(
                        inputType.createSerializer(serializerConfig),
                        stateType.createSerializer(serializerConfig));
        records =
                context.getKeyedStateStore()
                        .getState(expiring(new ValueStateDescriptor<>(RECORDS, recordSerializer)));
        pending =
                context.getKeyedStateStore()
                        .getState(new ValueStateDescriptor<>(PENDING, Types.BOOLEAN));
        counters = new HashMap<>();
        storedCounts = context.getOperatorStateStore().getListState(COUNTS);
        for (Tuple2<String, Long> count : storedCounts.get()) {
            counters.computeIfAbsent(count.f0, this::register).add(count.f1);
        }
        copyOnFlush = !getKeyedStateBackend().isSafeToReuseKVState();
        if (context.isRestored()) {
            loadPending();
        }
    }

    private LongCounter register(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        return counter;
    }

    private <T extends ValueStateDescriptor<?>> T expiring(T descriptor) {
        if (!options.batch()) {
            descriptor.enableTimeToLive(
                    StateTtlConfig.newBuilder(options.stateTimeToLive()).build());
        }
        return descriptor;
    }

    private void loadPending() throws Exception {
        List<String> keys;
        KeyedStateBackend<String> backend = getKeyedStateBackend();
        try (Stream<String> stream = backend.getKeys(PENDING, VoidNamespace.INSTANCE)) {
            keys = stream.toList();
        }
        for (String key : keys) {
            setCurrentKey(key);
            load(key);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        stageOutput = new TimedOutput();
        lateInputs = getMetricGroup().counter("lateInputs");
        evictedKeys = getMetricGroup().counter("evictedKeys");
        getMetricGroup().gauge("liveKeys", () -> liveKeys.size());
    }

    @Override
    public void processElement(StreamRecord<I> element) throws Exception {
        String key = (String) getCurrentKey();
        I input = element.getValue();
        if (options.batch()) {
            processSorted(key, input, element.getTimestamp());
            return;
        }
        LiveKey<I, S> live = liveKeys.get(key);
        if (live == null) {
            live = load(key);
        }
        touch(live);
        long time = stage.timeNanos(input);
        if (time <= releasedNanos || time <= live.record.releasedNanos) {
            lateInputs.inc();
            output.collect(lateTag, element);
            stage.late(input, stageOutput);
        } else {
            live.record.add(input, stage.order());
        }
    }

    /** Batch: everything before this millisecond is complete, and so is the key before this key. */
    private void processSorted(String key, I input, long timestampMillis) {
        LiveKey<I, S> live = batchKey;
        if (live == null || !live.key.equals(key)) {
            endBatchKey();
            live = new LiveKey<>(key, KeyRecord.of(stage.newState(key)), false);
            batchKey = live;
        }
        if (timestampMillis > live.batchMillis) {
            if (!live.record.waiting.isEmpty()) {
                live.record.release(stage, lastNanosOf(timestampMillis - 1), stageOutput);
            }
            live.batchMillis = timestampMillis;
        }
        live.record.add(input, stage.order());
    }

    private void endBatchKey() {
        LiveKey<I, S> ended = batchKey;
        if (ended != null) {
            ended.record.release(stage, Long.MAX_VALUE, stageOutput);
            batchKey = null;
        }
    }

    private LiveKey<I, S> load(String key) throws Exception {
        KeyRecord<I, S> stored = stored();
        KeyRecord<I, S> record =
                stored == null
                        ? KeyRecord.of(stage.newState(key))
                        : copyOnFlush ? recordSerializer.copy(stored) : stored;
        LiveKey<I, S> live = new LiveKey<>(key, record, pending.value() != null);
        live.dirty = stored == null; // what was pending of an expired key must be cleared
        liveKeys.put(key, live);
        return live;
    }

    private @Nullable KeyRecord<I, S> stored() throws Exception {
        return records.value();
    }

    private void touch(LiveKey<I, S> live) {
        live.dirty = true;
        live.lastTouch = ++touches;
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (options.batch()) {
            if (mark.getTimestamp() == Long.MAX_VALUE) {
                endBatchKey();
            }
        } else {
            releaseAll(lastNanosOf(mark.getTimestamp()));
            evictSleeping();
        }
        super.processWatermark(mark);
    }

    private void releaseAll(long upToNanos) {
        releasedNanos = upToNanos;
        for (LiveKey<I, S> live : liveKeys.values()) {
            KeyRecord<I, S> record = live.record;
            if (!record.waiting.isEmpty()
                    || stage.nextDueNanos(record.state) <= upToNanos
                    || upToNanos == Long.MAX_VALUE) {
                record.release(stage, upToNanos, stageOutput);
                touch(live);
            }
        }
    }

    @Override
    public void endInput() throws Exception {
        if (options.batch()) {
            endBatchKey();
        } else if (releasedNanos != Long.MAX_VALUE) {
            // A job that is stopped while its source is idle gets no last watermark from it.
            output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
            processWatermark(Watermark.MAX_WATERMARK);
        }
    }

    /**
     * Writes sleeping keys back and lets them go, least recently used first, down to 9/10 of the
     * limit.
     */
    private void evictSleeping() throws Exception {
        int excess = liveKeys.size() - options.maxLiveKeys();
        if (excess <= 0) {
            return;
        }
        List<LiveKey<I, S>> sleeping = new ArrayList<>();
        for (LiveKey<I, S> live : liveKeys.values()) {
            if (!isPending(live)) {
                sleeping.add(live);
            }
        }
        sleeping.sort(Comparator.comparingLong((LiveKey<I, S> live) -> live.lastTouch));
        int target = Math.min(sleeping.size(), excess + options.maxLiveKeys() / 10);
        for (LiveKey<I, S> live : sleeping.subList(0, target)) {
            flush(live);
            liveKeys.remove(live.key);
            evictedKeys.inc();
        }
    }

    private boolean isPending(LiveKey<I, S> live) {
        return !live.record.waiting.isEmpty()
                || stage.nextDueNanos(live.record.state) != Long.MAX_VALUE;
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        for (LiveKey<I, S> live : liveKeys.values()) {
            flush(live);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        storedCounts.clear();
        for (Map.Entry<String, LongCounter> counter : counters.entrySet()) {
            storedCounts.add(
                    Tuple2.of(counter.getKey(), counter.getValue().getLocalValuePrimitive()));
        }
    }

    private void flush(LiveKey<I, S> live) throws Exception {
        if (!live.dirty) {
            return;
        }
        setCurrentKey(live.key);
        records.update(copyOnFlush ? recordSerializer.copy(live.record) : live.record);
        boolean isPending = isPending(live);
        if (isPending != live.pendingStored) {
            if (isPending) {
                pending.update(true);
            } else {
                pending.clear();
            }
            live.pendingStored = isPending;
        }
        live.dirty = false;
    }

    /** A watermark says that all of its millisecond is complete. */
    private static long lastNanosOf(long millis) {
        if (millis >= Long.MAX_VALUE / 1_000_000L) {
            return Long.MAX_VALUE;
        }
        return millis <= Long.MIN_VALUE / 1_000_000L
                ? Long.MIN_VALUE
                : millis * 1_000_000L + 999_999L;
    }

    /** Puts records on Flink's outputs with their event time in ms. */
    private final class TimedOutput implements StageOutput<O> {
        @Override
        public void emit(O record, long eventTimeNanos) {
            output.collect(new StreamRecord<>(record, Math.floorDiv(eventTimeNanos, 1_000_000L)));
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T record, long eventTimeNanos) {
            output.collect(
                    tag, new StreamRecord<>(record, Math.floorDiv(eventTimeNanos, 1_000_000L)));
        }

        @Override
        public LongCounter counter(String name) {
            return counters.computeIfAbsent(name, WriteBackOperator.this::register);
        }
    }

    private static final class LiveKey<I, S> {
        final String key;
        final KeyRecord<I, S> record;
        boolean pendingStored;
        boolean dirty;
        long lastTouch;
        long batchMillis = Long.MIN_VALUE;

        LiveKey(String key, KeyRecord<I, S> record, boolean pendingStored) {
            this.key = key;
            this.record = record;
            this.pendingStored = pendingStored;
        }
    }
}
