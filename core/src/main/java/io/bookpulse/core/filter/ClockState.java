package io.bookpulse.core.filter;

import java.util.Arrays;

/** Memory of {@link ClockOffset}: the smallest delay of each second of its window. */
public final class ClockState {
    /** Value of a second without an event. */
    static final long NONE = Long.MAX_VALUE;

    private static final long[] EMPTY = {};

    /** Smallest receive minus exchange time by second, ns, in a ring. */
    public long[] minima = EMPTY;

    /** The second that is still open, counted from the epoch; -1 before the first event. */
    public long openSecond = -1;

    /** Smallest delay of the open second's events without fault, ns. */
    public long openMinimum = NONE;

    /** Smallest delay of the open second's faulty events, ns. */
    public long openFaultyMinimum = NONE;

    /** The offset: smallest delay of the closed seconds in the window, ns. */
    public long offsetNanos = NONE;

    /** Events that were received too early or too late. */
    public long faults;

    void forget(int seconds) {
        minima = new long[seconds];
        Arrays.fill(minima, NONE);
    }
}
