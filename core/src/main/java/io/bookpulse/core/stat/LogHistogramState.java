package io.bookpulse.core.stat;

/** Memory of one {@link LogHistogram}: 8 bytes a bucket and 40 beside. */
public final class LogHistogramState {
    /** Weight of each bucket, in units of the landmark's time. */
    public double[] buckets = {};

    /** Their sum. */
    public double total;

    /** Weight of a value added now, in the same units. */
    public double unit = 1;

    /** The time to which {@link #buckets} are scaled, ns since epoch UTC. */
    public long landmarkNanos;

    /** Whether {@link #landmarkNanos} is set. */
    public boolean started;
}
