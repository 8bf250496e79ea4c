package io.bookpulse.core.detector;

/** Memory of {@link DataQuality}: constant size. */
public final class DataQualityState {
    /** Samples with a known quality, counted up to the warm-up. */
    public int samples;

    /** Whether quality is too low now, since when, and how low it was. */
    public boolean open;

    public long onsetNanos;
    public double worst = Double.NaN;

    /** Source position of the first sample that was too poor. */
    public String sourceFrom = "";
}
