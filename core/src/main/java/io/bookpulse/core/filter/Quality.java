package io.bookpulse.core.filter;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * The quality score (DEFINITIONS 1): {@code Q = sum of accepted weights / number of all events}
 * over the last 60 s. An accepted event adds its weight, a rejected one 0; both count as one event.
 *
 * <p>The window at grid point g is {@code (g - 60 s, g]}: a slot k of the grid holds the events
 * with {@code (k - 1) * interval < t <= k * interval}. Times must not go back. Cost: O(1) per
 * event, O(slots) per step of the grid; 16 bytes a slot. Sums are rebuilt at each step, so nothing
 * drifts.
 */
public final class Quality implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long intervalNanos;
    private final int slots;

    /**
     * A score over {@code window}.
     *
     * @param window a multiple of the interval
     * @param interval of the sample grid, above 0
     */
    public Quality(Duration window, Duration interval) {
        intervalNanos = Checks.atLeast(1, interval.toNanos(), "interval (ns)");
        if (window.toNanos() % intervalNanos != 0) {
            throw new IllegalArgumentException(
                    "window is " + window + ", must be a multiple of " + interval);
        }
        slots = (int) Checks.atLeast(1, window.toNanos() / intervalNanos, "window / interval");
    }

    /** A score that has seen nothing. */
    public QualityState newState() {
        QualityState state = new QualityState();
        state.weights = new double[slots];
        state.events = new long[slots];
        return state;
    }

    /**
     * Counts one event.
     *
     * @param weight 0 if it was rejected, else its weight, at most 1
     */
    public void add(QualityState state, long eventTimeNanos, double weight) {
        advance(state, eventTimeNanos);
        int index = index(state.slot);
        state.weights[index] += weight;
        state.events[index]++;
    }

    /** The score at a grid point, 0 to 1, or NaN if no event came within the window. */
    public double at(QualityState state, long gridTimeNanos) {
        advance(state, gridTimeNanos);
        int index = index(state.slot);
        long all = state.closedEvents + state.events[index];
        return all == 0 ? Double.NaN : (state.closedWeight + state.weights[index]) / all;
    }

    private void advance(QualityState state, long timeNanos) {
        long slot = -Math.floorDiv(-timeNanos, intervalNanos);
        if (slot <= state.slot) {
            return;
        }
        if (state.slot == Long.MIN_VALUE || slot - state.slot >= slots) {
            Arrays.fill(state.weights, 0);
            Arrays.fill(state.events, 0);
        } else {
            for (long fresh = state.slot + 1; fresh <= slot; fresh++) {
                state.weights[index(fresh)] = 0;
                state.events[index(fresh)] = 0;
            }
        }
        state.slot = slot;
        sum(state);
    }

    private void sum(QualityState state) {
        state.closedWeight = 0;
        state.closedEvents = 0;
        for (int i = 0; i < slots; i++) {
            state.closedWeight += state.weights[i];
            state.closedEvents += state.events[i];
        }
    }

    private int index(long slot) {
        return (int) Math.floorMod(slot, (long) slots);
    }
}
