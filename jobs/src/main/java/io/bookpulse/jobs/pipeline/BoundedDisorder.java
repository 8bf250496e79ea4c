package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of one source split: the largest event time seen, less the disorder that is waited
 * for. Rejects carry no time and move nothing. An event that {@link IngestFunction} does not call
 * late is never behind this watermark.
 *
 * <p>While the events are from long ago, as in a replay or after an outage, no alert is waited for,
 * and watermarks come seldom: the more events each instrument has to do at once, the less often its
 * memory has to be fetched. The clock says how often, never what comes out: results do not depend
 * on where watermarks lie.
 */
public final class BoundedDisorder implements WatermarkGenerator<Decoded> {
    /** Lag from which on nobody waits for an alert, ms. */
    static final long LONG_AGO_MILLIS = 10_000;

    /** A watermark for each of these stretches of the clock then, the same in all splits, ms. */
    static final long SELDOM_MILLIS = 200;

    private final long outOfOrderMillis;
    private final LongSupplier clockMillis;
    private long maxMillis = Long.MIN_VALUE;
    private long stretch;

    BoundedDisorder(long outOfOrderMillis, LongSupplier clockMillis) {
        this.outOfOrderMillis = outOfOrderMillis;
        this.clockMillis = clockMillis;
    }

    /** The strategy with that disorder: timestamps in ms, rounded down. */
    public static WatermarkStrategy<Decoded> strategy(Duration outOfOrder) {
        long millis = outOfOrder.toMillis();
        return WatermarkStrategy.<Decoded>forGenerator(
                        context -> new BoundedDisorder(millis, System::currentTimeMillis))
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
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (maxMillis != Long.MIN_VALUE && isTime()) {
            output.emitWatermark(new Watermark(maxMillis - outOfOrderMillis - 1));
        }
    }

    private boolean isTime() {
        long now = clockMillis.getAsLong();
        long current = Math.floorDiv(now, SELDOM_MILLIS);
        boolean isTime = now - maxMillis < LONG_AGO_MILLIS || current != stretch;
        if (isTime) {
            stretch = current;
        }
        return isTime;
    }
}
