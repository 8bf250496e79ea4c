package io.bookpulse.core.anomaly;

/**
 * Memory of {@link HalfSpaceTrees}: {@code 4 trees 2^height} bytes of masses, 8 bytes a value of
 * one window, and 40 a feature.
 */
public final class HalfSpaceTreesState {
    /** Points of the last complete window, by tree and node; unsigned. */
    public byte[] reference = {};

    /** The same of the window that is being filled. */
    public byte[] latest = {};

    /** Values of the window that is being filled, by feature, then by place. */
    public double[] window = {};

    /** How many points it holds. */
    public int filled;

    /** Complete windows, counted up to 2: 1 gives a range, 2 a reference. */
    public int windows;

    /** Range of each feature with which {@link #reference} was filled. */
    public double[] referenceLow = {};

    public double[] referenceHigh = {};

    /** Range of each feature with which {@link #latest} is filled. */
    public double[] latestLow = {};

    public double[] latestHigh = {};

    /** Median of each feature in the last complete window. */
    public double[] median = {};
}
