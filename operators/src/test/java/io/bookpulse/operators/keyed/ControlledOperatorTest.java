package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.feature.BarHistory;
import io.bookpulse.core.feature.BarHistoryState;
import io.bookpulse.core.feature.BarParameters;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.stage.BarStage;
import io.bookpulse.operators.stage.MarketReading;
import io.bookpulse.operators.type.WireTypes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes beside bars: each bar is under what holds at its last instant. */
class ControlledOperatorTest {
    private static final long MINUTE_MILLIS = 60_000;
    private static final OutputTag<Bar> LATE = new OutputTag<>("late", WireTypes.BAR);

    private static KeyedTwoInputStreamOperatorTestHarness<String, Bar, ControlChange, MarketReading>
            harness(TestingBackend backend, boolean batch) throws Exception {
        var operator =
                new ControlledOperator<>(
                        new BarStage(new BarHistory(BarParameters.defaults())),
                        WireTypes.BAR,
                        BarHistoryState.class,
                        LATE,
                        new WriteBackOptions(batch, 1000, Duration.ofDays(1)));
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        operator, bar -> bar.instrument, null, Types.STRING);
        harness.setStateBackend(backend.create());
        return harness;
    }

    private static StreamRecord<Bar> bar(String instrument, int minute) {
        Bar bar = new Bar();
        bar.instrument = instrument;
        bar.intervalNanos = MINUTE_MILLIS * 1_000_000;
        bar.openTimeNanos = minute * bar.intervalNanos;
        return new StreamRecord<>(bar, (minute + 1) * MINUTE_MILLIS - 1);
    }

    private static StreamRecord<ControlChange> set(String instrument, String value, int minute) {
        ControlChange change = new ControlChange();
        change.id = instrument + value;
        change.instrument = instrument;
        change.key = "hmm.confidence";
        change.value = value;
        change.effectiveNanos = minute * MINUTE_MILLIS * 1_000_000;
        return new StreamRecord<>(change, minute * MINUTE_MILLIS);
    }

    private static List<String> tunings(List<MarketReading> readings) {
        return readings.stream()
                .map(
                        reading ->
                                reading.instrument()
                                        + " "
                                        + reading.tuning.replace("hmm.confidence=", "").strip())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void releasesNothingBeforeBothInputsHavePassedIt(TestingBackend backend) throws Exception {
        try (var harness = harness(backend, false)) {
            harness.open();
            for (int minute = 0; minute < 4; minute++) {
                harness.processElement1(bar("a:1", minute));
            }
            harness.processWatermark1(new Watermark(4 * MINUTE_MILLIS));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processElement2(set("*", "0.8", 2));
            harness.processElement2(set("a:1", "0.9", 3));
            harness.processWatermark2(new Watermark(4 * MINUTE_MILLIS));
            assertThat(tunings(harness.extractOutputValues()))
                    .containsExactly("a:1 ", "a:1 ", "a:1 0.8", "a:1 0.9");
        }
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void remembersChangesAcrossARestart(TestingBackend backend) throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(backend, false)) {
            harness.open();
            harness.processElement2(set("*", "0.8", 1));
            harness.processElement2(set("b:*", "0.9", 1));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(backend, false)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement2(set("b:*", "0.7", 2));
            for (int minute = 0; minute < 3; minute++) {
                harness.processElement1(bar("b:1", minute));
            }
            harness.processBothWatermarks(new Watermark(3 * MINUTE_MILLIS));
            assertThat(tunings(harness.extractOutputValues()))
                    .containsExactly("b:1 ", "b:1 0.9", "b:1 0.7");
        }
    }

    /** BATCH ends the changes first, and the keys only with the second end. */
    @Test
    void endsItsKeysWithTheLastOfBothInputs() throws Exception {
        try (var harness = harness(TestingBackend.HEAP, true)) {
            harness.open();
            BoundedOneInput operator = (BoundedOneInput) harness.getOperator();
            harness.processElement2(set("*", "0.8", 1));
            operator.endInput(); // so Flink calls it, once for each input
            harness.processElement1(bar("a:1", 0));
            harness.processElement1(bar("a:1", 1));
            assertThat(harness.extractOutputValues()).hasSize(1);
            operator.endInput();
            assertThat(tunings(harness.extractOutputValues())).containsExactly("a:1 ", "a:1 0.8");
        }
    }

    /** Alone it would take each at once: a change of that time may still be on its way. */
    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void waitsForChangesEvenIfItsInputsComeInOrder(TestingBackend backend) throws Exception {
        try (var harness = total(backend)) {
            harness.open();
            harness.processElement1(event(1, 5), 1);
            harness.processElement1(event(2, 7), 2);
            harness.processWatermark1(new Watermark(2));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processElement2(set("*", "100", 0));
            harness.processWatermark2(new Watermark(2));
            assertThat(harness.extractOutputValues()).containsExactly("a=105", "a=112");
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, MarketEvent, ControlChange, String>
            total(TestingBackend backend) throws Exception {
        var operator =
                new ControlledOperator<>(
                        new ChangedTotalStage(),
                        WireTypes.MARKET_EVENT,
                        TestingTotalStage.TotalState.class,
                        new OutputTag<>("late-events", WireTypes.MARKET_EVENT),
                        new WriteBackOptions(false, 1000, Duration.ofDays(1)));
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        operator, (MarketEvent event) -> event.instrument, null, Types.STRING);
        harness.setStateBackend(backend.create());
        return harness;
    }

    private static MarketEvent event(long millis, long position) {
        MarketEvent event = new MarketEvent();
        event.instrument = "a";
        event.kind = EventKind.TRADE;
        event.eventTimeNanos = millis * 1_000_000;
        event.sourcePosition = position;
        return event;
    }

    /** Adds positions up and says the total, more by what the last change says. */
    private static final class ChangedTotalStage
            implements ControlledStage<MarketEvent, TestingTotalStage.TotalState, String> {
        private static final long serialVersionUID = 1L;
        private final TestingTotalStage total = new TestingTotalStage(true);
        private long from;

        @Override
        public void control(ControlChange change) {
            from = Long.parseLong(change.value);
        }

        @Override
        public TestingTotalStage.TotalState newState(String key) {
            return total.newState(key);
        }

        @Override
        public boolean isFedInOrder() {
            return total.isFedInOrder();
        }

        @Override
        public void update(
                TestingTotalStage.TotalState state, MarketEvent event, StageOutput<String> out) {
            state.total += event.sourcePosition;
            out.emit(event.instrument + "=" + (from + state.total), event.eventTimeNanos);
        }

        @Override
        public void advance(
                TestingTotalStage.TotalState state, long releasedNanos, StageOutput<String> out) {}

        @Override
        public long nextDueNanos(TestingTotalStage.TotalState state) {
            return total.nextDueNanos(state);
        }

        @Override
        public long timeNanos(MarketEvent event) {
            return total.timeNanos(event);
        }

        @Override
        public Comparator<? super MarketEvent> order() {
            return total.order();
        }
    }
}
