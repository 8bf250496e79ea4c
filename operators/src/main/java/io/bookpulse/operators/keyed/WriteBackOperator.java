package io.bookpulse.operators.keyed;

import io.bookpulse.operators.struct.StructSerializer;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
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
 * <p><b>Streaming.</b> Inputs wait in their key until the watermark passes them, unless the stage
 * is fed in order. An input at or before the time already released is late and goes to the side
 * output. <b>Batch.</b> Flink hands over one key after the other, each sorted to the millisecond;
 * an input releases everything of the milliseconds before it, and a change of key ends the key.
 *
 * <p>A key is loaded when it is first touched. After a restore, keys with pending work are loaded
 * at once, so that they go on without waiting for an input. Inputs that have to wait are put into
 * their keys {@link Arrivals a batch at a time}. Cost: one hash look-up per input; per watermark a
 * visit of the keys that are due by then, in the order of their times; per checkpoint one
 * serialisation of every key touched since the last.
 *
 * @param <I> input record
 * @param <S> state of the stage
 * @param <O> main output record
 */
public sealed class WriteBackOperator<I, S, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput permits ControlledOperator {
    private static final long serialVersionUID = 1L;

    /** Metric: time spent writing keys back before barriers, all checkpoints together, ns. */
    public static final String FLUSH_NANOS = "flushNanos";

    /** Metric: keys that were written back and let go because there were too many. */
    public static final String EVICTED_KEYS = "evictedKeys";

    private final KeyedStage<I, S, O> stage;
    private final TypeInformation<I> inputType;
    private final Class<S> stateType;
    private final OutputTag<I> lateTag;
    private final WriteBackOptions options;

    private transient KeySelector<I, String> keySelector;
    private transient TypeSerializer<I> inputs;
    private transient LiveKeys<I, S> liveKeys;
    private transient Arrivals<I, S> arrivals;
    private transient Arrivals.Taker<I, S> taker;
    private transient KeyStore<I, S> store;
    private transient SortedKeys<I, S, O> sortedKeys;
    private transient JobCounters counters;
    private transient StageOutput<O> stageOutput;
    private transient Counter lateInputs;
    private transient Counter evictedKeys;
    private transient Counter flushNanos;
    private transient long releasedNanos;
    private transient boolean atOnce;

    /**
     * Returns an operator that hosts a stage.
     *
     * @param stage the logic
     * @param inputType type of the inputs, without Kryo
     * @param stateType a struct, see {@link StructSerializer}
     * @param lateTag side output of inputs that came after their time was released
     * @param options how keys are kept
     */
    public WriteBackOperator(
            KeyedStage<I, S, O> stage,
            TypeInformation<I> inputType,
            Class<S> stateType,
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
        releasedNanos = Long.MIN_VALUE;
        atOnce = takesAtOnce();
        keySelector = getOperatorConfig().getStatePartitioner(0, getUserCodeClassloader());
        inputs = inputType.createSerializer(getExecutionConfig().getSerializerConfig());
        stageOutput = new TimedOutput();
        counters = new JobCounters(getRuntimeContext(), context.getOperatorStateStore());
        store =
                new KeyStore<>(
                        getKeyedStateBackend(),
                        context.getKeyedStateStore(),
                        new KeyRecordSerializer<>(inputs, StructSerializer.of(stateType)),
                        options);
        liveKeys = new LiveKeys<>(stage);
        arrivals = new Arrivals<>();
        taker = this::take;
        sortedKeys = new SortedKeys<>(stage, stageOutput);
        if (context.isRestored()) {
            for (String key : store.pendingKeys()) {
                liveKeys.add(store.load(key, stage));
            }
        }
    }

    /** Whether inputs need not wait for the watermark. */
    boolean takesAtOnce() {
        return stage.isFedInOrder() && !options.batch();
    }

    /** No: state is not touched per input, and setting its key serialises it on RocksDB. */
    @Override
    public boolean hasKeyContext1() {
        return false;
    }

    @Override
    public void open() throws Exception {
        super.open();
        lateInputs = getMetricGroup().counter("lateInputs");
        evictedKeys = getMetricGroup().counter(EVICTED_KEYS);
        flushNanos = getMetricGroup().counter(FLUSH_NANOS);
        getMetricGroup().gauge("liveKeys", () -> liveKeys.size());
    }

    @Override
    public void processElement(StreamRecord<I> element) throws Exception {
        I input = element.getValue();
        if (atOnce && stage.passOn(input, stageOutput)) {
            return;
        }
        String key = keySelector.getKey(input);
        if (options.batch()) {
            sortedKeys.process(key, input, element.getTimestamp());
            return;
        }
        if (atOnce) {
            take(key, liveKeys.get(key), element);
            return;
        }
        arrivals.add(key, element);
        if (arrivals.isFull()) {
            arrivals.drainTo(taker, liveKeys);
        }
    }

    private void take(String key, @Nullable LiveKey<I, S> known, StreamRecord<I> element)
            throws Exception {
        LiveKey<I, S> live = known == null ? loaded(key) : known;
        if (atOnce && live.record.waiting.isEmpty()) {
            live.dirty = true;
            liveKeys.touch(live);
            stage.update(live.record.state, element.getValue(), stageOutput);
        } else {
            await(live, element);
        }
    }

    private LiveKey<I, S> loaded(String key) throws Exception {
        LiveKey<I, S> live = liveKeys.get(key);
        if (live == null) {
            live = store.load(key, stage);
            liveKeys.add(live);
        }
        return live;
    }

    private void await(LiveKey<I, S> live, StreamRecord<I> element) {
        I input = element.getValue();
        long time = stage.timeNanos(input);
        if (time <= releasedNanos || time <= live.record.releasedNanos) {
            lateInputs.inc();
            output.collect(lateTag, element);
            stage.late(input, stageOutput);
        } else {
            live.dirty = true;
            liveKeys.await(live, atOnce ? inputs.copy(input) : input, time);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (options.batch()) {
            if (mark.getTimestamp() == Long.MAX_VALUE) {
                sortedKeys.end();
            }
        } else {
            arrivals.drainTo(taker, liveKeys);
            release(WatermarkTime.lastNanosOf(mark.getTimestamp()));
            evictSleeping();
        }
        super.processWatermark(mark);
    }

    private void release(long upToNanos) {
        releasedNanos = upToNanos;
        if (upToNanos == Long.MAX_VALUE) {
            for (LiveKey<I, S> live : liveKeys.all()) {
                release(live, upToNanos);
            }
            return;
        }
        LiveKey<I, S> live = liveKeys.nextDue(upToNanos);
        while (live != null) {
            release(live, upToNanos);
            live = liveKeys.nextDue(upToNanos);
        }
    }

    private void release(LiveKey<I, S> live, long upToNanos) {
        live.record.release(stage, upToNanos, stageOutput);
        live.dirty = true;
        liveKeys.settle(live);
    }

    @Override
    public void endInput() throws Exception {
        if (options.batch()) {
            sortedKeys.end();
        } else if (releasedNanos != Long.MAX_VALUE) {
            // A job that is stopped while its source is idle gets no last watermark from it.
            output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
            processWatermark(Watermark.MAX_WATERMARK);
        }
    }

    /** Writes back and lets go what has slept longest, as long as there are too many keys. */
    private void evictSleeping() throws Exception {
        LiveKey<I, S> asleep = liveKeys.longestAsleep();
        while (asleep != null && liveKeys.size() > options.maxLiveKeys()) {
            store.write(asleep);
            liveKeys.remove(asleep);
            evictedKeys.inc();
            asleep = liveKeys.longestAsleep();
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        long start = System.nanoTime();
        arrivals.drainTo(taker, liveKeys);
        for (LiveKey<I, S> live : liveKeys.all()) {
            store.write(live);
        }
        flushNanos.inc(System.nanoTime() - start);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counters.store();
    }

    /**
     * Puts records on Flink's outputs with their event time in ms. One envelope serves all of them:
     * an operator of a chain takes out the record and keeps no envelope.
     */
    private final class TimedOutput implements StageOutput<O> {
        private final StreamRecord<O> envelope = new StreamRecord<>(null);

        @Override
        public void emit(O record, long eventTimeNanos) {
            output.collect(envelope.replace(record, Math.floorDiv(eventTimeNanos, 1_000_000L)));
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T record, long eventTimeNanos) {
            output.collect(
                    tag, envelope.replace(record, Math.floorDiv(eventTimeNanos, 1_000_000L)));
        }

        @Override
        public LongCounter counter(String name) {
            return counters.get(name);
        }
    }
}
