package io.bookpulse.core.detector;

/**
 * Memory of one {@link Chart}: constant size, 96 bytes. Each chart uses what it needs; the counts
 * of samples and the times mean the same in all of them.
 */
public final class ChartState {
    /** Values since the last start. */
    public long count;

    /** Page-Hinkley: mean of them. EWMA: their weighted mean. */
    public double mean;

    /** The two sums. EWMA: sum of the values since the weighted mean was last on the other side. */
    public double up;

    public double down;

    /** What each sum began with: the head start until it is first 0, then 0. */
    public double upStart;

    public double downStart;

    /** Samples since each side was last 0, and when that was, ns since epoch UTC. */
    public int upSamples;

    public int downSamples;
    public long upZeroNanos;
    public long downZeroNanos;

    /** Forgets everything, as of a time; both sums begin with a head start. */
    void restart(long timeNanos, double headStart) {
        count = 0;
        mean = 0;
        up = headStart;
        down = headStart;
        upStart = headStart;
        downStart = headStart;
        upSamples = 0;
        downSamples = 0;
        upZeroNanos = timeNanos;
        downZeroNanos = timeNanos;
    }
}
