package io.bookpulse.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.Outcome;
import io.bookpulse.jobs.config.Configurations;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ControlGateTest {
    private static final long MILLI = 1_000_000L;

    private static TwoInputStreamOperatorTestHarness<String, String, ControlChange> gate()
            throws Exception {
        var configuration = Configurations.loader("parity").load();
        return new TwoInputStreamOperatorTestHarness<>(
                new ControlGate(new ControlRules(new ConfigurationTuner(configuration.texts()))));
    }

    private static StreamRecord<String> set(String value, long fromMillis) {
        return new StreamRecord<>(
                ControlJson.write(
                        ControlRecords.set("drift.cusum.h", value, "*", fromMillis * MILLI)));
    }

    private static List<Outcome> outcomes(
            TwoInputStreamOperatorTestHarness<String, String, ?> gate) {
        return gate.getSideOutput(ControlGate.AUDIT).stream()
                .map(record -> record.getValue().outcome)
                .toList();
    }

    @Test
    void acceptsOnlyWhatTheWatermarkHasNotPassed() throws Exception {
        try (var gate = gate()) {
            gate.open();
            gate.processElement1(set("4", 1000));
            gate.processWatermark1(Watermark.MAX_WATERMARK);
            gate.processWatermark2(new Watermark(2000));
            gate.processElement1(set("5", 2000));
            gate.processElement1(set("6", 2001));

            assertThat(outcomes(gate))
                    .containsExactly(Outcome.APPLIED, Outcome.REFUSED, Outcome.APPLIED);
            assertThat(gate.extractOutputValues())
                    .extracting(change -> change.value)
                    .containsExactly("4", "6");
            assertThat(gate.getSideOutput(ControlGate.AUDIT))
                    .element(1)
                    .satisfies(
                            record ->
                                    assertThat(record.getValue().refusal)
                                            .startsWith(
                                                    "It was to hold from 1970-01-01T00:00:02Z"));
        }
    }

    /** A record goes out before the first watermark that has passed its time. */
    @Test
    void keepsItsWatermarkBehindWhatItAccepts() throws Exception {
        try (var gate = gate()) {
            gate.open();
            gate.processElement1(set("4", 1000));
            gate.processWatermark2(new Watermark(999));
            assertThat(gate.getOutput()).hasSize(1);
            gate.processWatermarkStatus1(WatermarkStatus.IDLE);
            assertThat(gate.getOutput()).hasSize(2).last().isEqualTo(new Watermark(999));
        }
    }

    /** Events that pause while the known records have ended must not end the market. */
    @Test
    void staysWhereTheEventsAreWhenTheyPause() throws Exception {
        try (var gate = gate()) {
            gate.open();
            gate.processWatermark2(new Watermark(999));
            gate.processWatermark1(Watermark.MAX_WATERMARK);
            gate.processWatermarkStatus2(WatermarkStatus.IDLE);
            assertThat(gate.getOutput()).containsExactly(new Watermark(999));
        }
    }

    @Test
    void remembersWhatItAcceptedAcrossARestart() throws Exception {
        OperatorSubtaskState state;
        try (var gate = gate()) {
            gate.open();
            gate.processElement1(set("4", 1000));
            state = gate.snapshot(1, 1);
        }
        try (var gate = gate()) {
            gate.initializeState(state);
            gate.open();
            gate.processElement1(set("4", 1000));
            assertThat(outcomes(gate)).containsExactly(Outcome.REFUSED);
            assertThat(gate.extractOutputValues()).isEmpty();
        }
    }

    /** Everybody hears of a model, only those who use its kind get it. */
    @Test
    void sendsAModelOnlyToThoseWhoUseItsKind() throws Exception {
        try (var gate = gate()) {
            gate.open();
            ControlChange forest =
                    ControlRecords.model(ControlModels.forest(0.6), "*", 1000 * MILLI);
            gate.processElement1(new StreamRecord<>(ControlJson.write(forest)));
            assertThat(gate.extractOutputValues())
                    .singleElement()
                    .satisfies(
                            change -> {
                                assertThat(change.model).isEmpty();
                                assertThat(change.key).isEqualTo("model.isolation-forest");
                                assertThat(change.value).isEqualTo(forest.value);
                            });
            assertThat(gate.getSideOutput(ControlGate.models("isolation-forest")))
                    .singleElement()
                    .satisfies(
                            record -> assertThat(record.getValue().model).isEqualTo(forest.model));
            assertThat(gate.getSideOutput(ControlGate.models("hmm"))).isNullOrEmpty();
            assertThat(gate.getSideOutput(ControlGate.AUDIT))
                    .singleElement()
                    .satisfies(
                            record ->
                                    assertThat(record.getValue().change.model)
                                            .isEqualTo(forest.model));
        }
    }

    @Test
    void keepsTheBeginningOfWhatIsNoRecord() throws Exception {
        try (var gate = gate()) {
            gate.open();
            gate.processElement1(new StreamRecord<>("hello"));
            assertThat(gate.getSideOutput(ControlGate.AUDIT))
                    .singleElement()
                    .satisfies(
                            record ->
                                    assertThat(record.getValue().change.reason).isEqualTo("hello"));
        }
    }
}
