package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.TestingBackend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter's promise: the same outputs, in whatever order and place inputs wait for it. */
class WriteBackOperatorTest {
    private final TestingArrivals arrivals = new TestingArrivals(20_261_121L);

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void releasesInOrderOnWatermarks(TestingBackend backend) throws Exception {
        List<String> outputs = new ArrayList<>();
        try (var harness = TestingArrivals.harness(backend, false, 1000, 1, 0)) {
            harness.open();
            arrivals.feed(List.of(harness), arrivals.events());
            TestingArrivals.finish(harness, outputs);
            assertThat(harness.getSideOutput(TestingArrivals.LATE)).isNullOrEmpty();
        }
        assertThat(TestingArrivals.sorted(outputs)).isEqualTo(arrivals.expected());
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void evictsAndReloadsColdKeys(TestingBackend backend) throws Exception {
        List<String> outputs = new ArrayList<>();
        try (var harness = TestingArrivals.harness(backend, false, 1, 1, 0)) {
            harness.open();
            arrivals.feed(List.of(harness), arrivals.events());
            if (backend == TestingBackend.HEAP) { // RocksDB cannot count its entries
                assertThat(harness.numKeyedStateEntries()).isPositive();
            }
            TestingArrivals.finish(harness, outputs);
        }
        assertThat(TestingArrivals.sorted(outputs)).isEqualTo(arrivals.expected());
    }

    @Test
    void batchGivesTheSame() throws Exception {
        List<MarketEvent> byKeyAndMillis = new ArrayList<>(arrivals.events());
        byKeyAndMillis.sort(
                Comparator.comparing((MarketEvent event) -> event.instrument)
                        .thenComparingLong(MarketEvent::eventTimeMillis));
        List<String> outputs = new ArrayList<>();
        try (var harness = TestingArrivals.harness(TestingBackend.HEAP, true, 1000, 1, 0)) {
            harness.open();
            for (MarketEvent event : byKeyAndMillis) {
                harness.processElement(new StreamRecord<>(event, event.eventTimeMillis()));
            }
            TestingArrivals.finish(harness, outputs);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
        assertThat(TestingArrivals.sorted(outputs)).isEqualTo(arrivals.expected());
    }

    @Test
    void setsAsideWhatComesAfterItsTimeWasReleased() throws Exception {
        try (var harness = TestingArrivals.harness(TestingBackend.HEAP, false, 10, 1, 0)) {
            harness.open();
            harness.processElement(TestingArrivals.event("k", 10_000, 1), 10_000);
            harness.processWatermark(12_000);
            harness.processElement(TestingArrivals.event("k", 12_000, 2), 12_000);
            harness.processElement(TestingArrivals.event("k", 12_001, 3), 12_001);
            harness.processWatermark(12_000);
            assertThat(harness.getSideOutput(TestingArrivals.LATE))
                    .extracting(record -> record.getValue().sourcePosition)
                    .containsExactly(2L);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(TestingArrivals.drain(harness)).last().asString().contains("=2/");
        }
    }
}
