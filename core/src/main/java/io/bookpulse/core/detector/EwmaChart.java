package io.bookpulse.core.detector;

/**
 * EWMA chart (Roberts 1959; DEFINITIONS 8.10): the exponentially weighted mean of the values in its
 * own standard deviations, these exact from the first sample after a start on.
 *
 * <pre>
 * Z = (1 - a) Z + a e,  from 0            var_n = a / (2 - a) (1 - (1 - a)^(2n))
 * statistic = |Z| / sqrt(var_n)           alarm: statistic &gt; L
 * change time = last time that Z was on the other side of 0 (Nishina 1992);  N = samples since
 * size = mean of e since then
 * </pre>
 */
final class EwmaChart implements Chart {
    private static final long serialVersionUID = 1L;

    /** Half the logarithm of {@code 2^-54}: what is smaller changes nothing beside 1. */
    private static final double NEGLIGIBLE = -18.72;

    private final double weight;
    private final double limit;

    /** From so many values on the start is forgotten to the last digit. */
    private final long settled;

    EwmaChart(EwmaParameters parameters) {
        this.weight = parameters.weight();
        this.settled = (long) (NEGLIGIBLE / StrictMath.log1p(-weight)) + 1;
        this.limit = parameters.limit();
    }

    @Override
    public void restart(ChartState state, long timeNanos) {
        state.restart(timeNanos, 0);
    }

    @Override
    public void update(ChartState state, long timeNanos, double e) {
        state.count++;
        state.mean += weight * (e - state.mean);
        if (state.mean > 0) {
            state.up += e;
            state.upSamples++;
        } else {
            state.up = 0;
            state.upSamples = 0;
            state.upZeroNanos = timeNanos;
        }
        if (state.mean < 0) {
            state.down -= e;
            state.downSamples++;
        } else {
            state.down = 0;
            state.downSamples = 0;
            state.downZeroNanos = timeNanos;
        }
    }

    @Override
    public double statistic(ChartState state) {
        return state.count == 0 ? 0 : Math.abs(state.mean) / deviation(state.count);
    }

    private double deviation(long count) {
        if (count >= settled) {
            return Math.sqrt(weight / (2 - weight));
        }
        double forgotten = StrictMath.pow(1 - weight, 2.0 * count);
        return Math.sqrt(weight / (2 - weight) * (1 - forgotten));
    }

    @Override
    public double limit() {
        return limit;
    }

    @Override
    public boolean isReady(ChartState state) {
        return true;
    }

    @Override
    public void describe(ChartState state, ShiftAlarm alarm) {
        boolean up = state.mean > 0;
        alarm.direction = up ? 1 : -1;
        alarm.statistic = statistic(state);
        alarm.changeTimeNanos = up ? state.upZeroNanos : state.downZeroNanos;
        alarm.samples = up ? state.upSamples : state.downSamples;
        alarm.size = alarm.direction * (up ? state.up : state.down) / alarm.samples;
    }
}
