package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import java.io.Serializable;
import java.time.Duration;
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
 * and watermarks come in larger steps: each instrument then has several events to do at once, and
 * its memory is fetched once for all of them. The clock says how often, never what comes out:
 * results do not depend on where watermarks lie.
 */
public final class BoundedDisorder implements WatermarkGenerator<Decoded> {
    /** Lag from which on nobody waits for an alert, ms. */
    private static final long LONG_AGO_MILLIS = 10_000;

    /** Event time of which there is one watermark at most then: ten events, where ten a second. */
    private static final long STEP_MILLIS = 1_000;

    /** Clock time of which there is one anyway, in all splits at the same moment, ms. */
    private static final long SELDOM_MILLIS = 200;

    private final long outOfOrderMillis;
    private final Clock clock;
    private long maxMillis = Long.MIN_VALUE;
    private long step = Long.MIN_VALUE;
    private long stretch;

    BoundedDisorder(long outOfOrderMillis, Clock clock) {
        this.outOfOrderMillis = outOfOrderMillis;
        this.clock = clock;
    }

    /** What says whether an event is from long ago. */
    interface Clock extends Serializable {
        /** Time since epoch UTC, ms. */
        long millis();
    }

    /** The strategy with that disorder: timestamps in ms, rounded down. */
    public static WatermarkStrategy<Decoded> strategy(Duration outOfOrder) {
        return strategy(outOfOrder, System::currentTimeMillis);
    }

    /** The same by another clock: one that stands before all events has none from long ago. */
    static WatermarkStrategy<Decoded> strategy(Duration outOfOrder, Clock clock) {
        long millis = outOfOrder.toMillis();
        return WatermarkStrategy.<Decoded>forGenerator(
                        context -> new BoundedDisorder(millis, clock))
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
        if (decoded.reject != null || timestampMillis <= maxMillis) {
            return;
        }
        maxMillis = timestampMillis;
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (maxMillis == Long.MIN_VALUE) {
            return;
        }
        long now = clock.millis();
        long currentStretch = Math.floorDiv(now, SELDOM_MILLIS);
        long currentStep = Math.floorDiv(maxMillis, STEP_MILLIS);
        boolean live = now - maxMillis < LONG_AGO_MILLIS;
        if (live || currentStretch != stretch || currentStep != step) {
            stretch = currentStretch;
            step = currentStep;
            output.emitWatermark(new Watermark(maxMillis - outOfOrderMillis - 1));
        }
    }
}
