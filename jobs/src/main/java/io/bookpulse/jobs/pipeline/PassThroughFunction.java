package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.event.MarketEvent;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Takes every event and does nothing with it: the engine's own cost, to measure against. */
final class PassThroughFunction extends KeyedProcessFunction<String, MarketEvent, MarketEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(MarketEvent event, Context context, Collector<MarketEvent> out) {}
}
