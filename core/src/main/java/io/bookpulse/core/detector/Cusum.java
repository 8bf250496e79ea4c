package io.bookpulse.core.detector;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Two-sided standardised CUSUM: finds small lasting shifts of a mean (Page 1954; DEFINITIONS 8.3).
 *
 * <pre>
 * u = (x - mean) / deviation               exponentially weighted, of the values before x
 * e = (u - phi u') / sqrt(1 - phi^2)       u' of the sample before; phi = 0 without pre-whitening
 * up = max(0, up + e - k)                  down = max(0, down - e - k)
 * alarm: up &gt; h or down &gt; h; then both start again from 0
 * change time = last time that the sum was 0;   N = samples since
 * size = (k + sum / N) sqrt((1 + phi) / (1 - phi))   in deviations of x
 * </pre>
 *
 * <p>Mean, deviation and phi (clipped to 0 to 0.95) stand still while a sum is above h/2, otherwise
 * they would learn the shift. What comes in that time is learned on trial: kept if the sums fall
 * back, dropped if they alarm. Dropping it in both cases would leave out the large values of mere
 * noise, and a deviation that is too small multiplies false alarms (five times at phi = 0.64).
 *
 * <p>While all values were the same there is no deviation to measure with, and the sums rest. A
 * value that is not finite changes nothing. If the sample before is missing, e is u. After a
 * silence longer than {@code resetAfter} the sums start again from 0; the baseline does not count
 * the silence as time. Nothing is found before the warm-up. O(1), allocates only alarms.
 */
public final class Cusum implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CusumParameters parameters;
    private final CusumBaseline baseline;
    private final long intervalNanos;
    private final long resetNanos;

    /**
     * Returns the logic for one sample clock.
     *
     * @param sampleInterval distance of two samples that follow each other
     */
    public Cusum(CusumParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        this.baseline = new CusumBaseline(parameters);
        this.intervalNanos = sampleInterval.toNanos();
        this.resetNanos = parameters.resetAfter().toNanos();
    }

    /**
     * Takes in a value.
     *
     * @param timeNanos its event time, later than that of the value before
     * @param x the value, any unit
     * @return the alarm that this value raised, or null
     */
    public @Nullable CusumAlarm update(CusumState state, long timeNanos, double x) {
        if (!Double.isFinite(x)) {
            return null;
        }
        boolean adjacent = timeNanos - state.lastNanos == intervalNanos;
        if (state.warm > 0 && !adjacent) {
            bridge(state, timeNanos);
        }
        if (state.warm < parameters.warmUp()) {
            state.warm++;
            restart(state, timeNanos);
        } else {
            accumulate(state, timeNanos, x, adjacent);
        }
        learn(state, timeNanos, x);
        state.last = x;
        state.lastNanos = timeNanos;
        return statistic(state) > parameters.h() ? alarm(state) : null;
    }

    /** The larger of the two sums. */
    public double statistic(CusumState state) {
        return Math.max(state.up, state.down);
    }

    /** Passes over missing samples, as if the last value had come one interval ago. */
    private void bridge(CusumState state, long timeNanos) {
        long before = Math.max(timeNanos - intervalNanos, state.lastNanos);
        baseline.hold(state.baseline, before);
        if (state.raised) {
            baseline.hold(state.trial, before);
        }
        if (timeNanos - state.lastNanos > resetNanos) {
            restart(state, before);
        }
    }

    private void accumulate(CusumState state, long timeNanos, double x, boolean adjacent) {
        double mean = baseline.mean(state.baseline);
        double deviation = baseline.deviation(state.baseline);
        if (Double.isNaN(deviation)) {
            return;
        }
        double phi = adjacent ? baseline.phi(state.baseline) : 0;
        double before = phi == 0 ? 0 : (state.last - mean) / deviation;
        double e = ((x - mean) / deviation - phi * before) / Math.sqrt(1 - phi * phi);
        state.up = Math.max(0, state.up + e - parameters.k());
        state.down = Math.max(0, state.down - e - parameters.k());
        state.upSamples = state.up > 0 ? state.upSamples + 1 : 0;
        state.downSamples = state.down > 0 ? state.downSamples + 1 : 0;
        state.upZeroNanos = state.up > 0 ? state.upZeroNanos : timeNanos;
        state.downZeroNanos = state.down > 0 ? state.downZeroNanos : timeNanos;
    }

    private void learn(CusumState state, long timeNanos, double x) {
        boolean raised = statistic(state) > parameters.h() / 2;
        if (raised && !state.raised) {
            CusumBaseline.copy(state.baseline, state.trial);
        } else if (!raised && state.raised) {
            CusumBaseline.copy(state.trial, state.baseline);
        }
        state.raised = raised;
        baseline.learn(raised ? state.trial : state.baseline, timeNanos, x);
    }

    private CusumAlarm alarm(CusumState state) {
        boolean up = state.up >= state.down;
        CusumAlarm alarm = new CusumAlarm();
        alarm.direction = up ? 1 : -1;
        alarm.statistic = statistic(state);
        alarm.changeTimeNanos = up ? state.upZeroNanos : state.downZeroNanos;
        alarm.samples = up ? state.upSamples : state.downSamples;
        alarm.value = state.last;
        alarm.mean = baseline.mean(state.baseline);
        alarm.deviation = baseline.deviation(state.baseline);
        alarm.phi = baseline.phi(state.baseline);
        alarm.size = alarm.direction * size(alarm);
        restart(state, state.lastNanos);
        state.raised = false;
        baseline.hold(state.baseline, state.lastNanos);
        return alarm;
    }

    private double size(CusumAlarm alarm) {
        double innovations = parameters.k() + alarm.statistic / alarm.samples;
        return innovations * Math.sqrt((1 + alarm.phi) / (1 - alarm.phi));
    }

    private static void restart(CusumState state, long timeNanos) {
        state.up = 0;
        state.down = 0;
        state.upSamples = 0;
        state.downSamples = 0;
        state.upZeroNanos = timeNanos;
        state.downZeroNanos = timeNanos;
    }
}
