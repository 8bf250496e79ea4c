package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.type.MarketEventTypeInfo;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage whose inputs come in order does not wait for watermarks, and forgets nothing. */
class FedInOrderTest {
    private static final OutputTag<MarketEvent> LATE =
            new OutputTag<>("late", MarketEventTypeInfo.INSTANCE);

    @Test
    void takesInputsWithoutAWatermark() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, true, 10)) {
            harness.open();
            process(harness, "a", 1, 5);
            process(harness, "a", 2, 7);
            assertThat(harness.extractOutputValues()).containsExactly("a=5", "a=12");
        }
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void goesOnAfterEvictionAndRestore(TestingBackend backend) throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(backend, true, 1)) {
            harness.open();
            process(harness, "a", 1, 5);
            process(harness, "b", 1, 6);
            harness.processWatermark(1); // lets one of them go
            process(harness, "a", 2, 7);
            process(harness, "b", 2, 7);
            snapshot = snapshot(harness);
        }
        try (var harness = harness(backend, true, 1)) {
            harness.initializeState(snapshot);
            harness.open();
            process(harness, "a", 3, 1);
            process(harness, "b", 3, 1);
            assertThat(harness.extractOutputValues()).containsExactly("a=13", "b=14");
        }
    }

    @Test
    void keepsNothingOfInputsThatItPassesOn() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, true, 10)) {
            harness.open();
            process(harness, "a", 1, -1);
            snapshot(harness);
            assertThat(harness.extractOutputValues()).containsExactly("a passed");
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void inputsThatWaitedInACheckpointComeFirst() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, true, 10)) {
            harness.initializeState(afterAnInputThatWaits());
            harness.open();
            process(harness, "a", 2, 7);
            harness.processWatermark(2);
            process(harness, "a", 3, 1);
            assertThat(harness.extractOutputValues()).containsExactly("a=5", "a=12", "a=13");
        }
    }

    /** The stage before fills one object again and again. */
    @Test
    void anInputThatHasToWaitKeepsWhatItSaid() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, true, 10)) {
            harness.initializeState(afterAnInputThatWaits());
            harness.open();
            MarketEvent reused = event("a", 2, 7);
            harness.processElement(reused, 2);
            reused.eventTimeNanos = 3_000_000;
            reused.sourcePosition = 1;
            harness.processElement(reused, 3);
            harness.processWatermark(3);
            assertThat(harness.extractOutputValues()).containsExactly("a=5", "a=12", "a=13");
        }
    }

    /** A checkpoint of an operator that is not fed in order, in which one input waits. */
    private static OperatorSubtaskState afterAnInputThatWaits() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, false, 10)) {
            harness.open();
            process(harness, "a", 1, 5);
            return snapshot(harness);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness(
            TestingBackend backend, boolean fedInOrder, int maxLiveKeys) throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new WriteBackOperator<>(
                                new TestingTotalStage(fedInOrder),
                                MarketEventTypeInfo.INSTANCE,
                                TestingTotalStage.TotalState.class,
                                LATE,
                                new WriteBackOptions(false, maxLiveKeys, Duration.ofHours(24))),
                        (MarketEvent event) -> event.instrument,
                        Types.STRING);
        harness.setStateBackend(backend.create());
        return harness;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness,
            String key,
            long millis,
            long position)
            throws Exception {
        harness.processElement(event(key, millis, position), millis);
    }

    private static MarketEvent event(String key, long millis, long position) {
        MarketEvent event = new MarketEvent();
        event.instrument = key;
        event.kind = EventKind.TRADE;
        event.eventTimeNanos = millis * 1_000_000L;
        event.sourcePosition = position;
        return event;
    }

    private static OperatorSubtaskState snapshot(
            KeyedOneInputStreamOperatorTestHarness<String, MarketEvent, String> harness)
            throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }
}
