package io.bookpulse.operators.stage;

import io.bookpulse.operators.StructText;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.keyed.WriteBackOperator;
import io.bookpulse.operators.keyed.WriteBackOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * One run of a stage in its operator, through failures and other parallelisms. Every output, with
 * its tag, its timestamp and all fields, is a line; what a task emitted after its last snapshot is
 * lost with it, as exactly-once sinks lose it.
 */
final class StageRun<I, S, O> implements AutoCloseable {
    static final long DISORDER_NANOS = 500_000_000L;
    private static final int MAX_PARALLELISM = 120;
    private static final int INPUTS_PER_WATERMARK = 23;

    private final StageCase<I, S, O> stageCase;
    private final TestingBackend backend;
    private final int maxLiveKeys;
    private final List<KeyedOneInputStreamOperatorTestHarness<String, I, O>> tasks =
            new ArrayList<>();
    private final List<String> committed = new ArrayList<>();
    private final TypeSerializer<I> wire;
    private long snapshots;
    private long inputs;
    private long latestNanos = Long.MIN_VALUE;

    StageRun(StageCase<I, S, O> stageCase, TestingBackend backend, int maxLiveKeys) {
        this.stageCase = stageCase;
        this.backend = backend;
        this.maxLiveKeys = maxLiveKeys;
        wire = stageCase.inputType().createSerializer(new SerializerConfigImpl());
    }

    /** Starts as many tasks, from nothing. */
    StageRun<I, S, O> start(int parallelism) throws Exception {
        start(null, 0, parallelism);
        return this;
    }

    private void start(OperatorSubtaskState state, int before, int parallelism) throws Exception {
        for (int i = 0; i < parallelism; i++) {
            var task = harness(parallelism, i);
            tasks.add(task);
            if (state != null) {
                task.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                state, MAX_PARALLELISM, before, parallelism, i));
            }
            task.open();
        }
    }

    private KeyedOneInputStreamOperatorTestHarness<String, I, O> harness(int parallelism, int index)
            throws Exception {
        var operator =
                new WriteBackOperator<>(
                        stageCase.stage(),
                        stageCase.inputType(),
                        stageCase.stateClass(),
                        stageCase.late(),
                        new WriteBackOptions(false, maxLiveKeys, Duration.ofHours(24)));
        var task =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        operator,
                        stageCase.key(),
                        Types.STRING,
                        MAX_PARALLELISM,
                        parallelism,
                        index);
        task.setStateBackend(backend.create());
        task.getExecutionConfig().enableObjectReuse();
        return task;
    }

    /** The next input, and from time to time a watermark after it. */
    void feed(I input) throws Exception {
        give(input);
        latestNanos = Math.max(latestNanos, stageCase.stage().timeNanos(input));
        if (++inputs % INPUTS_PER_WATERMARK == 0) {
            watermark(Math.floorDiv(latestNanos - DISORDER_NANOS, 1_000_000L) - 1);
        }
    }

    /** Gives an input to the task that owns its key, as a new object, as off the wire. */
    private void give(I input) throws Exception {
        int owner =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        stageCase.key().getKey(input), MAX_PARALLELISM, tasks.size());
        tasks.get(owner).processElement(new StreamRecord<>(received(input), millis(input)));
    }

    private I received(I sent) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(512);
        wire.serialize(sent, bytes);
        return wire.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
    }

    private long millis(I input) {
        return Math.floorDiv(stageCase.stage().timeNanos(input), 1_000_000L);
    }

    private void watermark(long millis) throws Exception {
        for (var task : tasks) {
            task.processWatermark(millis);
        }
    }

    /**
     * Takes a snapshot, does work that is lost while the snapshot is written, fails, and starts
     * again with that many tasks.
     */
    void failAndRestart(List<I> lost, int parallelism) throws Exception {
        List<OperatorSnapshotFutures> begun = beginSnapshot();
        for (I input : lost) {
            give(input);
        }
        if (!lost.isEmpty()) {
            watermark(millis(lost.get(lost.size() - 1)));
        }
        OperatorSubtaskState[] states = new OperatorSubtaskState[begun.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = OperatorSnapshotFinalizer.create(begun.get(i)).getJobManagerOwnedState();
        }
        int before = tasks.size();
        close();
        start(AbstractStreamOperatorTestHarness.repackageState(states), before, parallelism);
    }

    /** The synchronous phase: what comes after it must not be in the snapshot. */
    private List<OperatorSnapshotFutures> beginSnapshot() throws Exception {
        List<OperatorSnapshotFutures> begun = new ArrayList<>();
        snapshots++;
        for (var task : tasks) {
            task.prepareSnapshotPreBarrier(snapshots);
            begun.add(
                    task.getOperator()
                            .snapshotState(
                                    snapshots,
                                    snapshots,
                                    CheckpointOptions.forCheckpointWithDefaultLocation(),
                                    new MemCheckpointStreamFactory(1 << 26)));
            commit(task);
        }
        return begun;
    }

    private void commit(KeyedOneInputStreamOperatorTestHarness<String, I, O> task) {
        for (StreamRecord<? extends O> record : task.extractOutputStreamRecords()) {
            committed.add(line("main", record));
        }
        task.getOutput().clear();
        for (OutputTag<?> tag : stageCase.sideOutputs()) {
            commitSide(task, tag);
        }
        commitSide(task, stageCase.late());
    }

    private <T> void commitSide(
            KeyedOneInputStreamOperatorTestHarness<String, I, O> task, OutputTag<T> tag) {
        var records = task.getSideOutput(tag);
        if (records != null) {
            records.forEach(record -> committed.add(line(tag.getId(), record)));
            records.clear();
        }
    }

    static String line(String output, StreamRecord<?> record) {
        return output + " " + record.getTimestamp() + " " + StructText.of(record.getValue());
    }

    /** Ends the input; returns all outputs, sorted. */
    List<String> finish() throws Exception {
        watermark(Long.MAX_VALUE);
        for (var task : tasks) {
            task.endInput();
            commit(task);
        }
        Collections.sort(committed);
        return committed;
    }

    /** The job's counts, over all tasks. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (var task : tasks) {
            task.getEnvironment()
                    .getAccumulatorRegistry()
                    .getUserMap()
                    .forEach(
                            (name, count) ->
                                    counts.merge(name, (Long) count.getLocalValue(), Long::sum));
        }
        return counts;
    }

    @Override
    public void close() throws Exception {
        for (var task : tasks) {
            task.close();
        }
        tasks.clear();
    }
}
