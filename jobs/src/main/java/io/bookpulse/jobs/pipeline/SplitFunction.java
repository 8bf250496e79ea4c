package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.stage.MarketReading;
import io.bookpulse.operators.stage.RegimeStage;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Separates samples and bars where no regime is asked for. */
final class SplitFunction extends ProcessFunction<MarketReading, Sample> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(MarketReading reading, Context context, Collector<Sample> out) {
        Sample sample = reading.sample;
        Bar bar = reading.bar;
        if (sample != null) {
            out.collect(sample);
        } else if (bar != null) {
            context.output(RegimeStage.BARS, bar);
        }
    }
}
