package io.bookpulse.operators.stage;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What the market stage passes on, in the order of event time: a sample or a bar, never both. So
 * the stage after it sees every bar before the first sample that may know of it.
 */
public final class MarketReading {
    /** A grid point of the sample clock, or null. */
    public @Nullable Sample sample;

    /** A finished bar, or null. */
    public @Nullable Bar bar;

    /** What of the configuration is changed at its time, or empty. */
    public String tuning = "";

    /** Returns a sample as a reading, under the sample's tuning. */
    public static MarketReading of(Sample sample) {
        MarketReading reading = new MarketReading();
        reading.sample = sample;
        reading.tuning = sample.tuning;
        return reading;
    }

    /** Returns a bar as a reading, under that tuning. */
    public static MarketReading of(Bar bar, String tuning) {
        MarketReading reading = new MarketReading();
        reading.bar = bar;
        reading.tuning = tuning;
        return reading;
    }

    /** The instrument that it is about. */
    public String instrument() {
        if (sample != null) {
            return sample.instrument;
        }
        return bar == null ? "" : bar.instrument;
    }

    /** When it is known, ns since epoch UTC: a grid point, or the last instant of a bar. */
    public long timeNanos() {
        if (sample != null) {
            return sample.eventTimeNanos;
        }
        return bar == null ? Long.MIN_VALUE : bar.endNanos();
    }
}
