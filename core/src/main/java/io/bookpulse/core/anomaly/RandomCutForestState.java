package io.bookpulse.core.anomaly;

/** Memory of {@link RandomCutForests}: about 120 kB with the default parameters. */
public final class RandomCutForestState {
    /** The forest, its trees and its generators, as the library's own state; empty before any. */
    public byte[] image = {};

    /** Number of the interval of which a point was last taken in. */
    public long interval = Long.MIN_VALUE;
}
