package io.bookpulse.core.detector;

import io.bookpulse.core.event.Sample;

/** Fixtures: samples of good quality on a grid of 1 s. */
public final class Samples {
    public static final long SECOND = 1_000_000_000L;
    public static final long BEGINNING = 1_723_075_200L * SECOND;

    private Samples() {}

    /** The sample at that many seconds, without values. */
    public static Sample at(long seconds) {
        Sample sample = new Sample();
        sample.instrument = "binance:BTCUSDT";
        sample.eventTimeNanos = BEGINNING + seconds * SECOND;
        sample.quality = 1;
        sample.firstSource = "spot.gz";
        sample.firstPosition = 10L * seconds;
        sample.lastSource = "spot.gz";
        sample.lastPosition = 10L * seconds + 9;
        return sample;
    }
}
