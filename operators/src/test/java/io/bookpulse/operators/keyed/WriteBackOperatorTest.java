package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.type.MarketEventTypeInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter's promise: the same outputs, whatever happens to the state beneath. */
class WriteBackOperatorTest {
    private static final int MAX_PARALLELISM = 120;
    private static final int KEYS = 12;
    private static final long DISORDER_MILLIS = 500;
    private static final OutputTag<MarketEvent> LATE =
            new OutputTag<>("late", MarketEventTypeInfo.INSTANCE);

    private final List<MarketEvent> arrivals = arrivals(20_261_121L);
    private final List<String> expected = naive(arrivals);

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void releasesInOrderOnWatermarks(TestingBackend backend) throws Exception {
        List<String> outputs = new ArrayList<>();
        try (var harness = harness(backend, false, 1000, 1, 0)) {
            harness.open();
            feed(List.of(harness), arrivals);
            finish(harness, outputs);
            assertThat(harness.getSideOutput(LATE)).isNullOrEmpty();
        }
        assertThat(sorted(outputs)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void evictsAndReloadsColdKeys(TestingBackend backend) throws Exception {
        List<String> outputs = new ArrayList<>();
        try (var harness = harness(backend, false, 1, 1, 0)) {
            harness.open();
            feed(List.of(harness), arrivals);
            if (backend == TestingBackend.HEAP) { // RocksDB cannot count its entries
                assertThat(harness.numKeyedStateEntries()).isPositive();
            }
            finish(harness, outputs);
        }
        assertThat(sorted(outputs)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void goesOnAfterRestoreFromTheMiddle(TestingBackend backend) throws Exception {
        for (int cut : new int[] {1, arrivals.size() / 3, arrivals.size() - 1}) {
            assertThat(restoredAt(backend, cut)).as("cut at %d", cut).isEqualTo(expected);
        }
    }

    private List<String> restoredAt(TestingBackend backend, int cut) throws Exception {
        List<String> outputs = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var harness = harness(backend, false, 3, 1, 0)) {
            harness.open();
            feed(List.of(harness), arrivals.subList(0, cut));
            snapshot = snapshot(harness);
            outputs.addAll(drain(harness));
            // what comes after the snapshot is lost with the task
            feed(List.of(harness), arrivals.subList(cut, Math.min(cut + 50, arrivals.size())));
        }
        try (var harness = harness(backend, false, 3, 1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            feed(List.of(harness), arrivals.subList(cut, arrivals.size()));
            finish(harness, outputs);
        }
        return sorted(outputs);
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void silentKeysGoOnAfterRestoreWithoutAnInput(TestingBackend backend) throws Exception {
        MarketEvent only = event("k", 10_000, 1);
        OperatorSubtaskState snapshot;
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.open();
            harness.processElement(only, 10_000);
            harness.processWatermark(10_100);
            snapshot = snapshot(harness);
        }
        List<String> outputs = new ArrayList<>();
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(60_000);
            outputs.addAll(drain(harness));
        }
        assertThat(outputs).hasSize(4).allMatch(line -> line.startsWith("k@1"));
    }

    /** A key at work all day long is written often, but is marked as pending only once. */
    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void keysAtWorkForLongerThanStateLivesGoOnAfterRestore(TestingBackend backend)
            throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.open();
            for (int hour = 0; hour <= 30; hour += 6) {
                harness.setStateTtlProcessingTime(Duration.ofHours(hour).toMillis());
                harness.processElement(event("k", 10_001 + hour, hour), 10_001 + hour);
                harness.processWatermark(9_900);
                snapshot(harness);
            }
            // on the heap, what expired is swept out a little with each access to another key
            for (int other = 0; other < 20; other++) {
                harness.processElement(event("other" + other, 10_040, other), 10_040);
            }
            snapshot(harness);
            snapshot = snapshot(harness);
        }
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.setStateTtlProcessingTime(Duration.ofHours(31).toMillis());
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(60_000);
            assertThat(drain(harness))
                    .filteredOn(line -> line.startsWith("k@"))
                    .hasSize(4)
                    .allMatch(line -> line.contains("=6/"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void keysThatNobodyTouchedAreForgottenWithTheirWork(TestingBackend backend) throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.open();
            harness.processElement(event("k", 10_000, 1), 10_000);
            snapshot = snapshot(harness);
        }
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.setStateTtlProcessingTime(Duration.ofHours(25).toMillis());
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(60_000);
            assertThat(drain(harness)).isEmpty();
            snapshot = snapshot(harness);
        }
        try (var harness = harness(backend, false, 10, 1, 0)) {
            harness.setStateTtlProcessingTime(Duration.ofHours(25).toMillis());
            harness.initializeState(snapshot);
            harness.open();
            assertThat(keysWithPendingWork(harness)).isZero();
        }
    }

    private static long keysWithPendingWork(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness) {
        KeyedStateBackend<String> backend = harness.getOperator().getKeyedStateBackend();
        try (var keys = backend.getKeys("pending", VoidNamespace.INSTANCE)) {
            return keys.count();
        }
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void rescalesTwoToThreeToOne(TestingBackend backend) throws Exception {
        List<String> outputs = new ArrayList<>();
        int third = arrivals.size() / 3;
        OperatorSubtaskState two = run(backend, 2, null, arrivals.subList(0, third), outputs);
        OperatorSubtaskState three =
                run(backend, 3, two, arrivals.subList(third, 2 * third), outputs);
        List<MarketEvent> rest = arrivals.subList(2 * third, arrivals.size());
        try (var harness = harness(backend, false, 4, 1, 0)) {
            harness.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            three, MAX_PARALLELISM, 3, 1, 0));
            harness.open();
            feed(List.of(harness), rest);
            finish(harness, outputs);
        }
        assertThat(sorted(outputs)).isEqualTo(expected);
    }

    @Test
    void batchGivesTheSame() throws Exception {
        List<MarketEvent> byKeyAndMillis = new ArrayList<>(arrivals);
        byKeyAndMillis.sort(
                Comparator.comparing((MarketEvent event) -> event.instrument)
                        .thenComparingLong(MarketEvent::eventTimeMillis));
        List<String> outputs = new ArrayList<>();
        try (var harness = harness(TestingBackend.HEAP, true, 1000, 1, 0)) {
            harness.open();
            for (MarketEvent event : byKeyAndMillis) {
                harness.processElement(new StreamRecord<>(event, event.eventTimeMillis()));
            }
            finish(harness, outputs);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
        assertThat(sorted(outputs)).isEqualTo(expected);
    }

    @Test
    void setsAsideWhatComesAfterItsTimeWasReleased() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, false, 10, 1, 0)) {
            harness.open();
            harness.processElement(event("k", 10_000, 1), 10_000);
            harness.processWatermark(12_000);
            harness.processElement(event("k", 12_000, 2), 12_000);
            harness.processElement(event("k", 12_001, 3), 12_001);
            assertThat(harness.getSideOutput(LATE))
                    .extracting(record -> record.getValue().sourcePosition)
                    .containsExactly(2L);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(drain(harness)).last().asString().contains("=2/");
        }
    }

    private OperatorSubtaskState run(
            TestingBackend backend,
            int parallelism,
            OperatorSubtaskState before,
            List<MarketEvent> events,
            List<String> outputs)
            throws Exception {
        List<KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String>> harnesses =
                new ArrayList<>();
        OperatorSubtaskState[] states = new OperatorSubtaskState[parallelism];
        try {
            for (int i = 0; i < parallelism; i++) {
                var harness = harness(backend, false, 4, parallelism, i);
                harnesses.add(harness);
                if (before != null) {
                    harness.initializeState(
                            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                    before, MAX_PARALLELISM, parallelism - 1, parallelism, i));
                }
                harness.open();
            }
            feed(harnesses, events);
            for (int i = 0; i < parallelism; i++) {
                states[i] = snapshot(harnesses.get(i));
                outputs.addAll(drain(harnesses.get(i)));
            }
        } finally {
            for (var harness : harnesses) {
                harness.close();
            }
        }
        return AbstractStreamOperatorTestHarness.repackageState(states);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness(
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
    private void feed(
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
        for (MarketEvent event : arrivals) {
            max = Math.max(max, event.eventTimeMillis());
            if (event == last) {
                return max;
            }
        }
        throw new IllegalStateException("unknown event");
    }

    private static OperatorSubtaskState snapshot(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness)
            throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    private static void finish(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness,
            List<String> outputs)
            throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
        harness.endInput();
        outputs.addAll(drain(harness));
    }

    private static List<String> drain(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness) {
        List<String> values = harness.extractOutputValues();
        harness.getOutput().clear();
        return values;
    }

    private static List<String> sorted(List<String> lines) {
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

    private static MarketEvent event(String key, long millis, long position) {
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
