package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Sum of the last {@code window} slots, compensated and rebuilt from the slots every 4096 removals
 * (DEFINITIONS 0.7).
 *
 * <p>A slot is one grid point. A value that is not finite is a missing slot: it takes a place in
 * the window and contributes nothing. Amortised O(1) a push, no allocation. Magnitudes up to 1e300
 * divided by the window are supported.
 */
public final class RollingSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int window;

    /**
     * Creates the logic for a window.
     *
     * @param window number of slots, at least 1
     */
    public RollingSum(int window) {
        this.window = Checks.atLeast(1, window, "window");
    }

    /** The memory of a window in which every slot is missing. */
    public RollingSumState newState() {
        RollingSumState state = new RollingSumState();
        state.slots = new double[window];
        Arrays.fill(state.slots, Double.NaN);
        return state;
    }

    /** Takes in one slot and lets go of the oldest; an {@code x} that is not finite is missing. */
    public void push(RollingSumState state, double x) {
        double oldest = state.slots[state.next];
        state.slots[state.next] = Double.isFinite(x) ? x : Double.NaN;
        state.next = state.next + 1 == window ? 0 : state.next + 1;
        if (!Double.isNaN(oldest)) {
            state.count--;
            state.evictions++;
            state.sum.add(-oldest);
        }
        if (Double.isFinite(x)) {
            state.count++;
            state.sum.add(x);
        }
        if (state.count == 0 || state.evictions >= RollingMoments.REBUILD_EVICTIONS) {
            rebuild(state);
        }
    }

    /**
     * Takes in a number of missing slots. O(min(slots, window)).
     *
     * @param slots how many, at least 0; may exceed the window, which is then empty
     */
    public void skip(RollingSumState state, long slots) {
        Checks.atLeast(0, slots, "slots");
        long pushes = Math.min(slots, window);
        for (long slot = 0; slot < pushes; slot++) {
            push(state, Double.NaN);
        }
    }

    /** Sum of the values in the window, in their unit; 0 if there is none (see {@link #count}). */
    public double sum(RollingSumState state) {
        return state.sum.value();
    }

    /** Slots of the window that hold a value, 0 to the window's length. */
    public int count(RollingSumState state) {
        return state.count;
    }

    private static void rebuild(RollingSumState state) {
        state.sum.clear();
        state.evictions = 0;
        if (state.count == 0) {
            return;
        }
        for (double x : state.slots) {
            if (!Double.isNaN(x)) {
                state.sum.add(x);
            }
        }
    }
}
