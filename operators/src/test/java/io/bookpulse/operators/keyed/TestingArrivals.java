package io.bookpulse.operators.keyed;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.type.MarketEventTypeInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Seeded events of a few keys, what a stage makes of them, and the operator that hosts it. */
final class TestingArrivals {
    static final int MAX_PARALLELISM = 120;
    static final OutputTag<MarketEvent> LATE =
            new OutputTag<>("late", MarketEventTypeInfo.INSTANCE);
    private static final int KEYS = 12;
    private static final long DISORDER_MILLIS = 500;
    private static final int MOST_BYTES = 5_000_000;

    private final List<MarketEvent> arrived;
    private final List<String> expected;

    TestingArrivals(long seed) {
        arrived = arrivals(seed);
        expected = naive(arrived);
    }

    /** The events in the order of their arrival. */
    List<MarketEvent> events() {
        return arrived;
    }

    /** What comes of them, sorted. */
    List<String> expected() {
        return expected;
    }

    static KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness(
            TestingBackend backend, boolean batch, int maxLiveKeys, int parallelism, int subtask)
            throws Exception {
        var operator =
                new WriteBackOperator<>(
                        new TestingCountStage(),
                        MarketEventTypeInfo.INSTANCE,
                        TestingCountStage.CountState.class,
                        LATE,
                        new WriteBackOptions(batch, maxLiveKeys, Duration.ofHours(24)));
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        operator,
                        (MarketEvent event) -> event.instrument,
                        Types.STRING,
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setStateBackend(backend.create());
        harness.getExecutionConfig().enableObjectReuse();
        return harness;
    }

    /** Gives each event to the subtask that owns its key, with a watermark every 37 events. */
    void feed(
            List<KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String>> harnesses,
            List<MarketEvent> events)
            throws Exception {
        int count = 0;
        for (MarketEvent event : events) {
            int owner =
                    KeyGroupRangeAssignment.assignKeyToParallelOperator(
                            event.instrument, MAX_PARALLELISM, harnesses.size());
            harnesses.get(owner).processElement(new StreamRecord<>(event, event.eventTimeMillis()));
            if (++count % 37 == 0) {
                long watermark = maxMillisUpTo(event) - DISORDER_MILLIS - 1;
                for (var harness : harnesses) {
                    harness.processWatermark(watermark);
                }
            }
        }
    }

    private long maxMillisUpTo(MarketEvent last) {
        long max = Long.MIN_VALUE;
        for (MarketEvent event : arrived) {
            max = Math.max(max, event.eventTimeMillis());
            if (event == last) {
                return max;
            }
        }
        throw new IllegalStateException("unknown event");
    }

    static OperatorSubtaskState snapshot(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness)
            throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    /** A snapshot that is taken now, and written after those events. */
    OperatorSubtaskState snapshotDuring(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness,
            List<MarketEvent> events)
            throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        OperatorSnapshotFutures taken =
                harness.getOperator()
                        .snapshotState(
                                1,
                                1,
                                CheckpointOptions.forCheckpointWithDefaultLocation(),
                                new MemCheckpointStreamFactory(MOST_BYTES));
        feed(List.of(harness), events);
        return OperatorSnapshotFinalizer.create(taken).getJobManagerOwnedState();
    }

    static void finish(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness,
            List<String> outputs)
            throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
        harness.endInput();
        outputs.addAll(drain(harness));
    }

    static List<String> drain(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness) {
        List<String> values = harness.extractOutputValues();
        harness.getOutput().clear();
        return values;
    }

    static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    /**
     * Seeded events of twelve keys over 90 s, some silent for long, arriving up to 500 ms out of
     * order.
     */
    private static List<MarketEvent> arrivals(long seed) {
        Random random = new Random(seed);
        TreeMap<Long, MarketEvent> byArrival = new TreeMap<>();
        IntFunction<String> name = i -> "sim:K" + i;
        for (int position = 0; position < 3000; position++) {
            int key = (int) (KEYS * Math.pow(random.nextDouble(), 2));
            long millis = 1_700_000_000_000L + random.nextInt(90_000);
            boolean isQuietHour = key > 5 && millis / 10_000 % 3 != 0;
            if (!isQuietHour) {
                long arrival = (millis + random.nextInt((int) DISORDER_MILLIS)) * 10_000 + position;
                byArrival.put(arrival, event(name.apply(key), millis, position));
            }
        }
        return List.copyOf(byArrival.values());
    }

    static MarketEvent event(String key, long millis, long position) {
        MarketEvent event = new MarketEvent();
        event.instrument = key;
        event.kind = EventKind.TRADE;
        event.eventTimeNanos = millis * 1_000_000L + position % 7;
        event.source = "test";
        event.sourcePosition = position;
        return event;
    }

    /** What a plain loop over each key's sorted events gives. */
    private static List<String> naive(List<MarketEvent> events) {
        TestingCountStage stage = new TestingCountStage();
        List<String> lines = new ArrayList<>();
        StageOutput<String> out =
                new StageOutput<>() {
                    @Override
                    public void emit(String line, long eventTimeNanos) {
                        lines.add(line);
                    }

                    @Override
                    public <T> void emit(OutputTag<T> tag, T record, long eventTimeNanos) {
                        throw new IllegalStateException("no side output expected");
                    }

                    @Override
                    public LongCounter counter(String name) {
                        throw new IllegalStateException("no count expected");
                    }
                };
        events.stream()
                .map(event -> event.instrument)
                .distinct()
                .forEach(
                        key -> {
                            TestingCountStage.CountState state = stage.newState(key);
                            events.stream()
                                    .filter(event -> event.instrument.equals(key))
                                    .sorted(EventOrder.INSTANCE)
                                    .forEach(event -> stage.update(state, event, out));
                            stage.advance(state, Long.MAX_VALUE, out);
                        });
        return sorted(lines);
    }
}
