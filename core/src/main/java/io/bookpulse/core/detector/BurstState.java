package io.bookpulse.core.detector;

/** Memory of one burst: constant size. */
public final class BurstState {
    /** Whether it lasts now, since when, and how strong it was. */
    public boolean open;

    public long onsetNanos;
    public double worst = Double.NaN;

    /** Most windows that exceeded the threshold together. */
    public int windows;

    /** Source position of its first sample. */
    public String sourceFrom = "";

    void begin(long timeNanos, double score, int exceeding, String source) {
        open = true;
        onsetNanos = timeNanos;
        worst = score;
        windows = exceeding;
        sourceFrom = source;
    }
}
