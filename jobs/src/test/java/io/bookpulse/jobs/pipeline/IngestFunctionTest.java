package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Lateness is decided here, once: by the split's own clock, which a restart must not set back. */
class IngestFunctionTest {
    private static final Duration OUT_OF_ORDER = Duration.ofMillis(500);

    @Test
    void callsLateWhatIsOlderThanTheDisorderOfItsSplit() throws Exception {
        try (var harness = harness()) {
            harness.open();
            take(harness, event("a", 10_000, 1));
            take(harness, event("a", 9_500, 2));
            take(harness, event("a", 9_499, 3));
            take(harness, event("b", 2_000, 4));
            assertThat(harness.extractOutputValues())
                    .extracting(event -> event.sourcePosition)
                    .containsExactly(1L, 2L, 4L);
            assertThat(harness.getSideOutput(IngestFunction.LATE))
                    .extracting(late -> late.getValue().sourcePosition)
                    .containsExactly(3L);
        }
    }

    @Test
    void remembersClocksAndCountsAcrossARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            take(harness, event("a", 10_000, 1));
            take(harness, event("a", 9_000, 2));
            take(harness, Decoded.of(new Reject()));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            take(harness, event("a", 9_499, 3));
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(IngestFunction.LATE)).hasSize(1);
            Map<String, Accumulator<?, ?>> counts =
                    harness.getEnvironment().getAccumulatorRegistry().getUserMap();
            assertThat(counts.get(IngestFunction.EVENTS_IN).getLocalValue()).isEqualTo(4L);
            assertThat(counts.get(IngestFunction.MALFORMED).getLocalValue()).isEqualTo(1L);
            assertThat(counts.get(IngestFunction.LATE_EVENTS).getLocalValue()).isEqualTo(2L);
        }
    }

    private static void take(
            OneInputStreamOperatorTestHarness<Decoded, MarketEvent> harness, Decoded decoded)
            throws Exception {
        harness.processElement(new StreamRecord<>(decoded, 0));
    }

    private static OneInputStreamOperatorTestHarness<Decoded, MarketEvent> harness()
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new IngestFunction(OUT_OF_ORDER)));
    }

    private static Decoded event(String split, long millis, long position) {
        MarketEvent event = new MarketEvent();
        event.instrument = "test:A";
        event.kind = EventKind.TRADE;
        event.eventTimeNanos = millis * 1_000_000L;
        event.source = split;
        event.sourcePosition = position;
        return Decoded.of(event);
    }
}
