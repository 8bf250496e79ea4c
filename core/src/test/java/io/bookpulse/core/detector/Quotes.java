package io.bookpulse.core.detector;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.feature.LiveQuote;

/**
 * Fixtures: quotes against a frozen baseline of spread 0.02 with deviation 0.01 from 60 samples,
 * and of depth 100 from 600 samples.
 */
final class Quotes {
    static final long SECOND = 1_000_000_000L;
    static final long BEGINNING = 1_723_075_200L * SECOND;

    private Quotes() {}

    /** What an event made at that many seconds. */
    static LiveQuote event(double seconds) {
        LiveQuote quote = new LiveQuote();
        quote.instrument = "binance:BTCUSDT";
        quote.eventTimeNanos = BEGINNING + Math.round(seconds * SECOND);
        quote.spread = 0.02;
        quote.spreadMean = 0.02;
        quote.spreadStd = 0.01;
        quote.spreadCount = 60;
        quote.topDepth = 100;
        quote.depthMedian = 100;
        quote.depthCount = 600;
        quote.quality = 1;
        quote.valid = true;
        quote.source = "spot.gz";
        quote.sourcePosition = Math.round(seconds * 1000);
        return quote;
    }

    /** What the grid point at that many seconds froze. */
    static LiveQuote sample(double seconds) {
        LiveQuote quote = event(seconds);
        quote.onGrid = true;
        return quote;
    }

    /** Sets the spread so many deviations above its mean. */
    static LiveQuote z(LiveQuote quote, double z) {
        quote.spread = quote.spreadMean + z * quote.spreadStd;
        return quote;
    }

    static LiveQuote depth(LiveQuote quote, double depth) {
        quote.topDepth = depth;
        return quote;
    }

    /** A book that fell silent. */
    static LiveQuote stale(double seconds) {
        LiveQuote quote = crossed(sample(seconds));
        quote.flags = QualityFlag.STALE.bit();
        return quote;
    }

    /** A book that cannot be judged. */
    static LiveQuote crossed(LiveQuote quote) {
        quote.valid = false;
        quote.flags = QualityFlag.CROSSED.bit();
        quote.spread = Double.NaN;
        quote.topDepth = Double.NaN;
        return quote;
    }
}
