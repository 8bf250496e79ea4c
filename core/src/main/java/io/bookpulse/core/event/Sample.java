package io.bookpulse.core.event;

import java.util.Arrays;

/**
 * The state of one instrument as of one grid point of the sample clock: a feature vector with
 * flags.
 */
public final class Sample {
    /** {@code venue:symbol}. */
    public String instrument = "";

    /** The grid point, ns since epoch UTC: a multiple of the sample interval. */
    public long eventTimeNanos;

    /** Values by {@link SampleColumn#ordinal()}, length {@link SampleColumn#COUNT}; NaN = none. */
    public double[] values = nothing();

    /** Share of accepted weight in all events of the last 60 s, 0 to 1 (DEFINITIONS 1). */
    public double quality = Double.NaN;

    /** Bitmap of {@link QualityFlag}. */
    public long flags;

    /** Regime known at this time, or empty before the first. */
    public String regime = "";

    /** Source of the first event since the previous sample, and its position in there. */
    public String firstSource = "";

    public long firstPosition = SourceText.ALL;

    /** The same of the last event. */
    public String lastSource = "";

    public long lastPosition = SourceText.ALL;

    /** Changes of parameters in force, see {@link io.bookpulse.core.control.TuningTimeline}. */
    public String tuning = "";

    /** The value of a column. */
    public double value(SampleColumn column) {
        return values[column.ordinal()];
    }

    /** Sets the value of a column. */
    public void set(SampleColumn column, double value) {
        values[column.ordinal()] = value;
    }

    /** Position of the first event since the previous sample, {@code source:position}. */
    public String sourceFrom() {
        return SourceText.of(firstSource, firstPosition);
    }

    /** Position of the last event since the previous sample, {@code source:position}. */
    public String sourceTo() {
        return SourceText.of(lastSource, lastPosition);
    }

    /** Sets both positions as texts that were read somewhere. */
    public void span(String from, String to) {
        firstSource = from;
        firstPosition = SourceText.ALL;
        lastSource = to;
        lastPosition = SourceText.ALL;
    }

    /** Makes it what a new one is, so that it can be filled again. */
    public void clear() {
        instrument = "";
        eventTimeNanos = 0;
        Arrays.fill(values, Double.NaN);
        quality = Double.NaN;
        flags = 0;
        regime = "";
        span("", "");
        tuning = "";
    }

    private static double[] nothing() {
        double[] values = new double[SampleColumn.COUNT];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
