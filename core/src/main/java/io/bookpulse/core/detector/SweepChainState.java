package io.bookpulse.core.detector;

/** Memory of {@link SweepChain}: constant, about 100 bytes. */
public final class SweepChainState {
    /** Sign of the trades of the present run, 0 before the first. */
    public int sign;

    /** Time of its first trade, and that trade's position. */
    public long startNanos;

    public String source = "";
    public long sourcePosition;

    /** Its first price and the furthest so far, E8. */
    public long firstE8;

    public long lastE8;

    /** Prices that it went through. */
    public int levels;

    /** Its size, E8. */
    public double sizeE8;

    /** Whether it was told as a sweep. */
    public boolean swept;

    /** Transitions emitted so far. */
    public long transitions;
}
