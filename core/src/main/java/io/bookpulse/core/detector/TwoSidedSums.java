package io.bookpulse.core.detector;

/**
 * The two cumulative sums that CUSUM and Page-Hinkley have in common.
 *
 * <pre>
 * up = max(0, up + e - k)     down = max(0, down - e - k)
 * change time = last time that the sum was 0;   N = samples since
 * size = k + (sum - its start) / N              the mean of e since then
 * </pre>
 */
final class TwoSidedSums {
    private TwoSidedSums() {}

    static void add(ChartState state, long timeNanos, double e, double k) {
        state.up = Math.max(0, state.up + e - k);
        state.down = Math.max(0, state.down - e - k);
        if (state.up > 0) {
            state.upSamples++;
        } else {
            state.upSamples = 0;
            state.upStart = 0;
            state.upZeroNanos = timeNanos;
        }
        if (state.down > 0) {
            state.downSamples++;
        } else {
            state.downSamples = 0;
            state.downStart = 0;
            state.downZeroNanos = timeNanos;
        }
    }

    static double larger(ChartState state) {
        return Math.max(state.up, state.down);
    }

    static void describe(ChartState state, double k, ShiftAlarm alarm) {
        boolean up = state.up >= state.down;
        double gained = up ? state.up - state.upStart : state.down - state.downStart;
        alarm.direction = up ? 1 : -1;
        alarm.statistic = larger(state);
        alarm.changeTimeNanos = up ? state.upZeroNanos : state.downZeroNanos;
        alarm.samples = up ? state.upSamples : state.downSamples;
        alarm.size = alarm.direction * (k + gained / alarm.samples);
    }
}
