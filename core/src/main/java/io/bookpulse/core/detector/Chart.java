package io.bookpulse.core.detector;

import java.io.Serializable;

/**
 * The recursion of one control chart over standardised values: mean 0 and deviation 1 while nothing
 * happens. What makes values standardised is {@link ShiftChart}'s part, and the same for all
 * charts. Immutable; O(1), without allocation.
 */
interface Chart extends Serializable {
    /** Begins anew, as after an alarm or a long silence. */
    void restart(ChartState state, long timeNanos);

    /**
     * Takes in a value.
     *
     * @param timeNanos its event time
     * @param e the value, standard deviations
     */
    void update(ChartState state, long timeNanos, double e);

    /** What is compared with the limit: the larger of both sides, at least 0. */
    double statistic(ChartState state);

    /** The limit: an alarm is strictly above it. */
    double limit();

    /** Whether enough values came since the start for an alarm. */
    boolean isReady(ChartState state);

    /** Writes direction, statistic, change time, samples and size of the shift of {@code e}. */
    void describe(ChartState state, ShiftAlarm alarm);
}
