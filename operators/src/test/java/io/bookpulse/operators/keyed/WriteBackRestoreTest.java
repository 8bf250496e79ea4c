package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.TestingBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State that was written back, restored: after a failure, after long silence, at other widths. */
class WriteBackRestoreTest {
    private final TestingArrivals arrivals = new TestingArrivals(20_261_121L);

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void goesOnAfterRestoreFromTheMiddle(TestingBackend backend) throws Exception {
        for (int cut : new int[] {1, arrivals.events().size() / 3, arrivals.events().size() - 1}) {
            assertThat(restoredAt(backend, cut))
                    .as("cut at %d", cut)
                    .isEqualTo(arrivals.expected());
        }
    }

    private List<String> restoredAt(TestingBackend backend, int cut) throws Exception {
        List<String> outputs = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var harness = TestingArrivals.harness(backend, false, 3, 1, 0)) {
            harness.open();
            arrivals.feed(List.of(harness), arrivals.events().subList(0, cut));
            snapshot = TestingArrivals.snapshot(harness);
            outputs.addAll(TestingArrivals.drain(harness));
            // what comes after the snapshot is lost with the task
            arrivals.feed(
                    List.of(harness),
                    arrivals.events().subList(cut, Math.min(cut + 50, arrivals.events().size())));
        }
        try (var harness = TestingArrivals.harness(backend, false, 3, 1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            arrivals.feed(
                    List.of(harness), arrivals.events().subList(cut, arrivals.events().size()));
            TestingArrivals.finish(harness, outputs);
        }
        return TestingArrivals.sorted(outputs);
    }

    /** Of keys just written, and of keys that were restored and not written since. */
    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void aCheckpointThatIsWrittenWhileInputsComeIsOfItsBarrier(TestingBackend backend)
            throws Exception {
        List<MarketEvent> events = arrivals.events();
        int cut = events.size() / 3;
        List<MarketEvent> meanwhile = events.subList(cut, cut + 200);
        List<String> outputs = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var harness = TestingArrivals.harness(backend, false, 1000, 1, 0)) {
            harness.open();
            arrivals.feed(List.of(harness), events.subList(0, cut));
            outputs.addAll(TestingArrivals.drain(harness));
            snapshot = arrivals.snapshotDuring(harness, meanwhile);
        }
        try (var harness = TestingArrivals.harness(backend, false, 1000, 1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            snapshot = arrivals.snapshotDuring(harness, meanwhile);
        }
        try (var harness = TestingArrivals.harness(backend, false, 1000, 1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            arrivals.feed(List.of(harness), events.subList(cut, events.size()));
            TestingArrivals.finish(harness, outputs);
        }
        assertThat(TestingArrivals.sorted(outputs)).isEqualTo(arrivals.expected());
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void silentKeysGoOnAfterRestoreWithoutAnInput(TestingBackend backend) throws Exception {
        MarketEvent only = TestingArrivals.event("k", 10_000, 1);
        OperatorSubtaskState snapshot;
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
            harness.open();
            harness.processElement(only, 10_000);
            harness.processWatermark(10_100);
            snapshot = TestingArrivals.snapshot(harness);
        }
        List<String> outputs = new ArrayList<>();
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(60_000);
            outputs.addAll(TestingArrivals.drain(harness));
        }
        assertThat(outputs).hasSize(4).allMatch(line -> line.startsWith("k@1"));
    }

    /** A key at work all day long is written often, but is marked as pending only once. */
    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void keysAtWorkForLongerThanStateLivesGoOnAfterRestore(TestingBackend backend)
            throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
            harness.open();
            for (int hour = 0; hour <= 30; hour += 6) {
                harness.setStateTtlProcessingTime(Duration.ofHours(hour).toMillis());
                harness.processElement(
                        TestingArrivals.event("k", 10_001 + hour, hour), 10_001 + hour);
                harness.processWatermark(9_900);
                TestingArrivals.snapshot(harness);
            }
            // on the heap, what expired is swept out a little with each access to another key
            for (int other = 0; other < 20; other++) {
                harness.processElement(
                        TestingArrivals.event("other" + other, 10_040, other), 10_040);
            }
            TestingArrivals.snapshot(harness);
            snapshot = TestingArrivals.snapshot(harness);
        }
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
            harness.setStateTtlProcessingTime(Duration.ofHours(31).toMillis());
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(60_000);
            assertThat(TestingArrivals.drain(harness))
                    .filteredOn(line -> line.startsWith("k@"))
                    .hasSize(4)
                    .allMatch(line -> line.contains("=6/"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void keysThatNobodyTouchedAreForgottenWithTheirWork(TestingBackend backend) throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
            harness.open();
            harness.processElement(TestingArrivals.event("k", 10_000, 1), 10_000);
            snapshot = TestingArrivals.snapshot(harness);
        }
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
            harness.setStateTtlProcessingTime(Duration.ofHours(25).toMillis());
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(60_000);
            assertThat(TestingArrivals.drain(harness)).isEmpty();
            snapshot = TestingArrivals.snapshot(harness);
        }
        try (var harness = TestingArrivals.harness(backend, false, 10, 1, 0)) {
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
        int third = arrivals.events().size() / 3;
        OperatorSubtaskState two =
                run(backend, 2, null, arrivals.events().subList(0, third), outputs);
        OperatorSubtaskState three =
                run(backend, 3, two, arrivals.events().subList(third, 2 * third), outputs);
        List<MarketEvent> rest = arrivals.events().subList(2 * third, arrivals.events().size());
        try (var harness = TestingArrivals.harness(backend, false, 4, 1, 0)) {
            harness.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            three, TestingArrivals.MAX_PARALLELISM, 3, 1, 0));
            harness.open();
            arrivals.feed(List.of(harness), rest);
            TestingArrivals.finish(harness, outputs);
        }
        assertThat(TestingArrivals.sorted(outputs)).isEqualTo(arrivals.expected());
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
                var harness = TestingArrivals.harness(backend, false, 4, parallelism, i);
                harnesses.add(harness);
                if (before != null) {
                    harness.initializeState(
                            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                    before,
                                    TestingArrivals.MAX_PARALLELISM,
                                    parallelism - 1,
                                    parallelism,
                                    i));
                }
                harness.open();
            }
            arrivals.feed(harnesses, events);
            for (int i = 0; i < parallelism; i++) {
                states[i] = TestingArrivals.snapshot(harnesses.get(i));
                outputs.addAll(TestingArrivals.drain(harnesses.get(i)));
            }
        } finally {
            for (var harness : harnesses) {
                harness.close();
            }
        }
        return AbstractStreamOperatorTestHarness.repackageState(states);
    }
}
