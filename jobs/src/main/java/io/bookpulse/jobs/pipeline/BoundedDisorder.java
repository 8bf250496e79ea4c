package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of one source split: the largest event time seen, less the disorder that is waited
 * for. Rejects carry no time and move nothing. An event that {@link IngestFunction} does not call
 * late is never behind this watermark.
 */
public final class BoundedDisorder implements WatermarkGenerator<Decoded> {
    /**
     * So often that what waits between two of them stays in the processor's cache, so seldom that
     * they themselves cost nothing.
     */
    private static final int EVENTS = 1024;

    private final long outOfOrderMillis;
    private final int every;
    private long maxMillis = Long.MIN_VALUE;
    private int events;

    private BoundedDisorder(long outOfOrderMillis, int every) {
        this.outOfOrderMillis = outOfOrderMillis;
        this.every = every;
    }

    /** The strategy with that disorder: timestamps in ms, rounded down. */
    public static WatermarkStrategy<Decoded> strategy(Duration outOfOrder) {
        return strategy(outOfOrder, Integer.MAX_VALUE);
    }

    /**
     * The same for events that come as fast as they are taken: with a watermark after so many of
     * them, too, however little time they took. Otherwise thousands wait for the next.
     */
    public static WatermarkStrategy<Decoded> strategyByCount(Duration outOfOrder) {
        return strategy(outOfOrder, EVENTS);
    }

    private static WatermarkStrategy<Decoded> strategy(Duration outOfOrder, int every) {
        long millis = outOfOrder.toMillis();
        return WatermarkStrategy.<Decoded>forGenerator(
                        context -> new BoundedDisorder(millis, every))
                .withTimestampAssigner((decoded, recordTimestamp) -> timestampMillis(decoded));
    }

    private static long timestampMillis(Decoded decoded) {
        MarketEvent event = decoded.event;
        if (event != null) {
            return event.eventTimeMillis();
        }
        Bar bar = decoded.bar;
        return bar == null ? Long.MIN_VALUE : Math.floorDiv(bar.endNanos(), 1_000_000L);
    }

    @Override
    public void onEvent(Decoded decoded, long timestampMillis, WatermarkOutput output) {
        if (decoded.reject == null) {
            maxMillis = Math.max(maxMillis, timestampMillis);
        }
        if (++events >= every) {
            onPeriodicEmit(output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        events = 0;
        if (maxMillis != Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(maxMillis - outOfOrderMillis - 1));
        }
    }
}
