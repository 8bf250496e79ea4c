package io.bookpulse.bench.cep;

import io.bookpulse.core.event.Transition;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * A watermark every 200 ms of event time, as a job that runs in real time gives: by the wall clock
 * an accelerated one would give one in minutes.
 */
final class EventTimeWatermarks implements WatermarkGenerator<Transition> {
    private static final long INTERVAL_MILLIS = 200;

    private long last = Long.MIN_VALUE;

    @Override
    public void onEvent(Transition transition, long millis, WatermarkOutput output) {
        long passed = Math.floorDiv(millis, INTERVAL_MILLIS) * INTERVAL_MILLIS - 1;
        if (passed > last) {
            last = passed;
            output.emitWatermark(new Watermark(passed));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
}
