package io.bookpulse.core.feature;

/**
 * An accepted trade as the detectors on the event clock see it. One reused struct per instrument,
 * so nothing is allocated per event.
 */
public final class LiveTrade {
    /** {@code venue:symbol}. */
    public String instrument = "";

    /** Time of the trade, ns since epoch UTC. */
    public long eventTimeNanos;

    /** +1 purchase, -1 sale, 0 not known. */
    public int sign;

    public long priceE8;
    public long sizeE8;

    /** Bitmap of {@link io.bookpulse.core.event.QualityFlag} of the book just before it. */
    public long flags;

    /** Share of accepted weight in the events of the last 60 s as of the last sample, 0 to 1. */
    public double quality = Double.NaN;

    /** Usual size of the best levels of a side, units; NaN while not known. */
    public double usualDepth = Double.NaN;

    /** Where it came from; the position within it follows. */
    public String source = "";

    /** Line (from 1) or offset within {@link #source}. */
    public long sourcePosition;

    /** Takes where the instrument's feed stands from its live quote. */
    void at(LiveQuote live) {
        if (!instrument.equals(live.instrument)) { // writing references costs collectors something
            instrument = live.instrument;
        }
        flags = live.flags;
        quality = live.quality;
        if (!source.equals(live.source)) {
            source = live.source;
        }
        sourcePosition = live.sourcePosition;
    }
}
