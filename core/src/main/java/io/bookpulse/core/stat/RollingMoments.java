package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Mean and standard deviation of the last {@code window} slots (DEFINITIONS 7.1).
 *
 * <pre>
 * add x:     n += 1;  d = x - mean;  mean += d / n;  squares += d (x - mean)
 * remove x:  n -= 1;  d = x - mean;  mean -= d / n;  squares -= d (x - mean)
 * standard deviation = sqrt(squares / (n - 1))
 * </pre>
 *
 * <p>Values are accumulated relative to an origin near them, so that an offset (a price of 1e9)
 * costs no digits. The sums are rebuilt from the slots every 4096 removals, and as soon as a
 * removal cancels most of the sum of squares, so that one huge value leaves no residue: a window
 * that is constant again has a standard deviation of exactly 0. Magnitudes up to 1e150 are
 * supported.
 *
 * <p>A slot is one grid point. A value that is not finite is a missing slot: it takes a place in
 * the window and is in no sum. Amortised O(1) a push, no allocation.
 */
public final class RollingMoments implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Removals between two rebuilds (DEFINITIONS 0.7). */
    static final int REBUILD_EVICTIONS = 4096;

    /** Share of the peak below which the sum of squares has lost too many digits. */
    private static final double CANCELLED = 1e-4;

    private final int window;

    /**
     * Creates the logic for a window.
     *
     * @param window number of slots, at least 1
     */
    public RollingMoments(int window) {
        this.window = Checks.atLeast(1, window, "window");
    }

    /** The memory of a window in which every slot is missing. */
    public RollingMomentsState newState() {
        RollingMomentsState state = new RollingMomentsState();
        state.slots = new double[window];
        Arrays.fill(state.slots, Double.NaN);
        return state;
    }

    /** Takes in one slot and lets go of the oldest; an {@code x} that is not finite is missing. */
    public void push(RollingMomentsState state, double x) {
        double oldest = state.slots[state.next];
        state.slots[state.next] = Double.isFinite(x) ? x : Double.NaN;
        state.next = state.next + 1 == window ? 0 : state.next + 1;
        if (!Double.isNaN(oldest)) {
            remove(state, oldest);
        }
        if (Double.isFinite(x)) {
            add(state, x);
        }
        if (mustRebuild(state)) {
            rebuild(state);
        }
    }

    /**
     * Takes in a number of missing slots. O(min(slots, window)).
     *
     * @param slots how many, at least 0; may exceed the window, which is then empty
     */
    public void skip(RollingMomentsState state, long slots) {
        Checks.atLeast(0, slots, "slots");
        long pushes = Math.min(slots, window);
        for (long slot = 0; slot < pushes; slot++) {
            push(state, Double.NaN);
        }
    }

    /** Slots of the window that hold a value, 0 to the window's length. */
    public int count(RollingMomentsState state) {
        return state.count;
    }

    /** Mean of the values in the window, in their unit; NaN if there is none. */
    public double mean(RollingMomentsState state) {
        return state.count == 0 ? Double.NaN : state.origin + state.mean;
    }

    /**
     * Standard deviation of the values in the window with divisor {@code count - 1}, in their unit;
     * NaN below two values.
     */
    public double standardDeviation(RollingMomentsState state) {
        return state.count < 2 ? Double.NaN : Math.sqrt(state.squares / (state.count - 1));
    }

    private static void add(RollingMomentsState state, double x) {
        if (state.count == 0) {
            state.origin = x;
        }
        state.count++;
        double shifted = x - state.origin;
        double deviation = shifted - state.mean;
        state.mean += deviation / state.count;
        state.squares += deviation * (shifted - state.mean);
        state.peakSquares = Math.max(state.peakSquares, state.squares);
    }

    private static void remove(RollingMomentsState state, double x) {
        state.count--;
        state.evictions++;
        if (state.count == 0) {
            clearSums(state);
            return;
        }
        double shifted = x - state.origin;
        double deviation = shifted - state.mean;
        state.mean -= deviation / state.count;
        state.squares = Math.max(0, state.squares - deviation * (shifted - state.mean));
    }

    private static boolean mustRebuild(RollingMomentsState state) {
        return state.evictions >= REBUILD_EVICTIONS
                || state.squares < CANCELLED * state.peakSquares;
    }

    private static void clearSums(RollingMomentsState state) {
        state.mean = 0;
        state.squares = 0;
        state.peakSquares = 0;
        state.evictions = 0;
    }

    /** Adds all values again, oldest first, around their present mean. */
    private void rebuild(RollingMomentsState state) {
        clearSums(state);
        state.count = 0;
        for (int i = 0; i < window; i++) {
            int index = state.next + i;
            double x = state.slots[index < window ? index : index - window];
            if (!Double.isNaN(x)) {
                add(state, x);
            }
        }
        state.peakSquares = state.squares;
    }
}
