package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.MarketEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

class BoundedDisorderTest {
    private static final Duration DISORDER = Duration.ofMillis(500);

    private final List<Long> watermarks = new ArrayList<>();

    @Test
    void eventsFromATopicBringNoWatermarkOfTheirOwn() {
        WatermarkGenerator<Decoded> generator = events(BoundedDisorder.strategy(DISORDER), 5_000);

        assertThat(watermarks).isEmpty();
        generator.onPeriodicEmit(new Watermarks());
        assertThat(watermarks).containsExactly(5_000L - 500 - 1);
    }

    @Test
    void eventsOfFilesBringOneAfterEveryThousandOrSo() {
        events(BoundedDisorder.strategyByCount(DISORDER), 2_500);

        assertThat(watermarks).containsExactly(1_024L - 500 - 1, 2_048L - 500 - 1);
    }

    private WatermarkGenerator<Decoded> events(WatermarkStrategy<Decoded> strategy, int count) {
        WatermarkGenerator<Decoded> generator = strategy.createWatermarkGenerator(new Context());
        for (int i = 1; i <= count; i++) {
            generator.onEvent(Decoded.of(new MarketEvent()), i, new Watermarks());
        }
        return generator;
    }

    private static final class Context implements WatermarkGeneratorSupplier.Context {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return SystemClock.getInstance();
        }
    }

    private final class Watermarks implements WatermarkOutput {
        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
