package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Exact median and quantiles of the last {@code window} slots (DEFINITIONS 7.4, 7.5): of an even
 * number of values the mean of the two middle ones.
 *
 * <p>The values are kept in a sorted array. A push costs two binary searches and one move of the
 * values between the one that leaves and the one that comes: O(window), but in one piece of memory
 * of at most 8 bytes a slot. No allocation.
 *
 * <p>A slot is one grid point. A value that is not finite is a missing slot: it takes a place in
 * the window and is not among the values.
 */
public final class RollingMedian implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int window;

    /**
     * Creates the logic for a window.
     *
     * @param window number of slots, at least 1
     */
    public RollingMedian(int window) {
        this.window = Checks.atLeast(1, window, "window");
    }

    /** The memory of a window in which every slot is missing. */
    public RollingMedianState newState() {
        RollingMedianState state = new RollingMedianState();
        state.slots = new double[window];
        state.sorted = new double[window];
        Arrays.fill(state.slots, Double.NaN);
        return state;
    }

    /** Takes in one slot and lets go of the oldest; an {@code x} that is not finite is missing. */
    public void push(RollingMedianState state, double x) {
        restore(state);
        double oldest = state.slots[state.next];
        state.slots[state.next] = Double.isFinite(x) ? x : Double.NaN;
        state.next = state.next + 1 == window ? 0 : state.next + 1;
        boolean leaves = !Double.isNaN(oldest);
        if (leaves && Double.isFinite(x)) {
            replace(state, oldest, x);
        } else if (leaves) {
            remove(state, oldest);
        } else if (Double.isFinite(x)) {
            insert(state, x);
        }
    }

    /**
     * Takes in a number of missing slots. O(min(slots, window) window), O(1) for slots already
     * missing.
     *
     * @param slots how many, at least 0; may exceed the window, which is then empty
     */
    public void skip(RollingMedianState state, long slots) {
        Checks.atLeast(0, slots, "slots");
        if (slots >= window) {
            Arrays.fill(state.slots, Double.NaN);
            state.count = 0;
            return;
        }
        for (long slot = 0; slot < slots; slot++) {
            push(state, Double.NaN);
        }
    }

    /** Slots of the window that hold a value, 0 to the window's length. */
    public int count(RollingMedianState state) {
        return state.count;
    }

    /** Median of the values in the window, in their unit; NaN if there is none. */
    public double median(RollingMedianState state) {
        if (state.count == 0) {
            return Double.NaN;
        }
        restore(state);
        int middle = state.count / 2;
        double upper = state.sorted[middle];
        return state.count % 2 == 1 ? upper : 0.5 * state.sorted[middle - 1] + 0.5 * upper;
    }

    /**
     * Median absolute deviation (MAD) of the values from their median, in their unit, not scaled to
     * a standard deviation; NaN if there is none. O(log n), exact: the distances below and above
     * the median are two ascending sequences of the sorted values, whose k-th smallest is searched.
     */
    public double medianDeviation(RollingMedianState state) {
        int n = state.count;
        if (n == 0) {
            return Double.NaN;
        }
        double median = median(state);
        double upper = distance(state, median, n / 2);
        return n % 2 == 1 ? upper : 0.5 * distance(state, median, n / 2 - 1) + 0.5 * upper;
    }

    /** The k-th smallest distance from the median, k from 0. */
    private static double distance(RollingMedianState state, double median, int k) {
        int below = state.count / 2;
        int low = Math.max(0, k + 1 - (state.count - below));
        int high = Math.min(k + 1, below);
        while (low < high) {
            int left = (low + high) >>> 1;
            double nextLeft = median - state.sorted[below - 1 - left];
            double lastRight = state.sorted[below + k - left] - median;
            if (nextLeft < lastRight) {
                low = left + 1;
            } else {
                high = left;
            }
        }
        double fromLeft = low > 0 ? median - state.sorted[below - low] : 0;
        double fromRight = low <= k ? state.sorted[below + k - low] - median : 0;
        return Math.max(fromLeft, fromRight);
    }

    /**
     * The quantile of the values in the window, between the two nearest order statistics by linear
     * interpolation at {@code p (count - 1)}; at 1/2 the median. O(1).
     *
     * @param p probability, 0 to 1
     * @return in the unit of the values; NaN if there is none
     */
    public double quantile(RollingMedianState state, double p) {
        Checks.inRange(0, 1, p, "p");
        if (state.count == 0) {
            return Double.NaN;
        }
        restore(state);
        double position = p * (state.count - 1);
        int below = (int) position;
        int above = Math.min(below + 1, state.count - 1);
        double share = position - below;
        return (1 - share) * state.sorted[below] + share * state.sorted[above];
    }

    /** How many values of the window are below {@code x}, which is not NaN. O(log n). */
    public int countBelow(RollingMedianState state, double x) {
        restore(state);
        int low = 0;
        int high = state.count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (state.sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sorts the values of a state that was read from where only its slots were stored. */
    private void restore(RollingMedianState state) {
        if (state.sorted.length == window) {
            return;
        }
        state.sorted = new double[window];
        int values = 0;
        for (double slot : state.slots) {
            if (!Double.isNaN(slot)) {
                state.sorted[values++] = slot;
            }
        }
        Arrays.sort(state.sorted, 0, values);
    }

    private static void replace(RollingMedianState state, double leaving, double coming) {
        int from = indexOf(state, leaving);
        int to = insertionPoint(state, coming);
        if (to > from) {
            to--;
            System.arraycopy(state.sorted, from + 1, state.sorted, from, to - from);
        } else {
            System.arraycopy(state.sorted, to, state.sorted, to + 1, from - to);
        }
        state.sorted[to] = coming;
    }

    private static void remove(RollingMedianState state, double leaving) {
        int index = indexOf(state, leaving);
        state.count--;
        System.arraycopy(state.sorted, index + 1, state.sorted, index, state.count - index);
    }

    private static void insert(RollingMedianState state, double coming) {
        int index = insertionPoint(state, coming);
        System.arraycopy(state.sorted, index, state.sorted, index + 1, state.count - index);
        state.sorted[index] = coming;
        state.count++;
    }

    private static int indexOf(RollingMedianState state, double x) {
        return Arrays.binarySearch(state.sorted, 0, state.count, x);
    }

    private static int insertionPoint(RollingMedianState state, double x) {
        int index = indexOf(state, x);
        return index >= 0 ? index : -index - 1;
    }
}
