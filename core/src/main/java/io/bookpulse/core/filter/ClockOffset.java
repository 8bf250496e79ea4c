package io.bookpulse.core.filter;

import io.bookpulse.core.event.MarketEvent;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The offset between local and exchange clock, and the events that do not fit it (DEFINITIONS F5
 * and 18.2). A constant offset is no fault: the offset is the lower envelope, the smallest receive
 * minus exchange time {@code d} of the closed seconds in the last 60, and an event is faulty if
 * {@code d - offset < -1 s} or {@code > 30 s}. The second an event falls into counts only once it
 * has closed, so an event is never measured against itself; a second all of whose events are faulty
 * is a step of the clock and becomes part of the envelope, single faulty events do not.
 *
 * <p>Without receive time, and until the first second has closed, nothing is faulty. Events come in
 * order of exchange time. Cost: O(1) per event, O(60) per second; 8 bytes a second.
 */
public final class ClockOffset implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int seconds;
    private final long earlyNanos;
    private final long lateNanos;

    /** An estimate with those limits. */
    public ClockOffset(FilterParameters parameters) {
        seconds = (int) parameters.clockWindow().toSeconds();
        earlyNanos = parameters.clockEarly().toNanos();
        lateNanos = parameters.clockLate().toNanos();
    }

    /** Takes an event and returns whether its receive time does not fit its exchange time. */
    public boolean isFault(ClockState state, MarketEvent event) {
        if (event.receiveTimeNanos == MarketEvent.UNKNOWN) {
            return false;
        }
        advance(state, event.eventTimeNanos / NANOS_PER_SECOND);
        long delay = event.receiveTimeNanos - event.eventTimeNanos;
        boolean early = hasOffset(state) && delay < state.offsetNanos - earlyNanos;
        boolean late = hasOffset(state) && delay > state.offsetNanos + lateNanos;
        if (early || late) {
            state.faults++;
            state.openFaultyMinimum = Math.min(state.openFaultyMinimum, delay);
            return true;
        }
        state.openMinimum = Math.min(state.openMinimum, delay);
        return false;
    }

    private static boolean hasOffset(ClockState state) {
        return state.offsetNanos != ClockState.NONE;
    }

    private void advance(ClockState state, long second) {
        if (state.openSecond < 0) {
            state.forget(seconds);
            state.openSecond = second;
        }
        if (second <= state.openSecond) {
            return;
        }
        boolean step = state.openMinimum == ClockState.NONE;
        state.minima[slot(state.openSecond)] = step ? state.openFaultyMinimum : state.openMinimum;
        state.openMinimum = ClockState.NONE;
        state.openFaultyMinimum = ClockState.NONE;
        if (second - state.openSecond > seconds) {
            Arrays.fill(state.minima, ClockState.NONE);
        } else {
            for (long skipped = state.openSecond + 1; skipped < second; skipped++) {
                state.minima[slot(skipped)] = ClockState.NONE;
            }
        }
        state.openSecond = second;
        state.offsetNanos = smallest(state.minima);
    }

    private int slot(long second) {
        return (int) (second % seconds);
    }

    private static long smallest(long[] values) {
        long smallest = ClockState.NONE;
        for (long value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }
}
