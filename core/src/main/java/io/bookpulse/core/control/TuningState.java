package io.bookpulse.core.control;

/** Which tuning one instrument has reached. */
public final class TuningState {
    /** The tuning that holds, see {@link TuningTimeline}; empty = as configured. */
    public String text = "";

    /** From which time it holds, ns since epoch UTC. */
    public long fromNanos = Long.MIN_VALUE;

    /** The first time at which it does not hold any more. */
    public long untilNanos = Long.MAX_VALUE;

    /** How many changes were known when {@link #untilNanos} was found. */
    public int changes;
}
