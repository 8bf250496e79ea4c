package io.bookpulse.core.stat;

/** How much an exponentially weighted statistic has seen, and when. */
public final class EwWeightState {
    /** Time of the last observation, or of the last hold; ns since epoch UTC. */
    public long lastTimeNanos;

    /** Observations so far, counted to 2: none, one (its weight is not known yet), more. */
    public int seen;

    /** Share of the memory that is filled, 0 to 1. */
    public double weight;

    /** Share of the estimate that the last observation took. */
    public double share;

    /** Share that was left to all observations before it: {@code 1 - share}, without rounding. */
    public double rest;
}
