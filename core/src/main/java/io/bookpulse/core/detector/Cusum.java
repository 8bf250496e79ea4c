package io.bookpulse.core.detector;

import io.bookpulse.core.stat.EwAutocorrelation;
import io.bookpulse.core.stat.EwMoments;
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
 * <p>Mean, deviation and phi (clipped to 0 to 0.95) learn only while both sums are at most h/2,
 * otherwise they would learn the shift. While all values were the same there is no deviation to
 * measure with, and the sums rest. A value that is not finite changes nothing. If the sample before
 * is missing, e is u. After a silence longer than {@code resetAfter} the sums start again from 0;
 * the silence itself is not counted as time by the baseline. Nothing is found before the warm-up.
 *
 * <p>O(1), allocates only alarms.
 */
public final class Cusum implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double LARGEST_PHI = 0.95;

    /** A deviation below this share of max(1, |mean|) is none (DEFINITIONS 0.6). */
    private static final double FLOOR = 1e-9;

    private final CusumParameters parameters;
    private final EwMoments moments;
    private final EwAutocorrelation autocorrelation;
    private final long intervalNanos;
    private final long resetNanos;

    /**
     * Returns the logic for one sample clock.
     *
     * @param sampleInterval distance of two samples that follow each other
     */
    public Cusum(CusumParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        double seconds = parameters.baseline().toNanos() / 1e9;
        this.moments = new EwMoments(seconds);
        this.autocorrelation = new EwAutocorrelation(seconds);
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
        if (!adjacent) {
            holdBaseline(state, timeNanos - intervalNanos);
        }
        if (state.warm < parameters.warmUp()) {
            state.warm++;
            restart(state, timeNanos);
        } else {
            if (timeNanos - state.lastNanos > resetNanos) {
                restart(state, timeNanos - intervalNanos);
            }
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

    private void accumulate(CusumState state, long timeNanos, double x, boolean adjacent) {
        double mean = moments.mean(state.moments);
        double deviation = moments.standardDeviation(state.moments);
        if (!(deviation > FLOOR * Math.max(1, Math.abs(mean)))) {
            return;
        }
        double phi = adjacent ? phi(state) : 0;
        double before = phi == 0 ? 0 : (state.last - mean) / deviation;
        double e = ((x - mean) / deviation - phi * before) / Math.sqrt(1 - phi * phi);
        state.up = Math.max(0, state.up + e - parameters.k());
        state.down = Math.max(0, state.down - e - parameters.k());
        state.upSamples = state.up > 0 ? state.upSamples + 1 : 0;
        state.downSamples = state.down > 0 ? state.downSamples + 1 : 0;
        state.upZeroNanos = state.up > 0 ? state.upZeroNanos : timeNanos;
        state.downZeroNanos = state.down > 0 ? state.downZeroNanos : timeNanos;
    }

    private double phi(CusumState state) {
        if (!parameters.preWhiten()) {
            return 0;
        }
        double phi = autocorrelation.value(state.autocorrelation);
        return phi > 0 ? Math.min(phi, LARGEST_PHI) : 0;
    }

    private void learn(CusumState state, long timeNanos, double x) {
        if (statistic(state) > parameters.h() / 2) {
            holdBaseline(state, timeNanos);
        } else {
            moments.update(state.moments, timeNanos, x);
            autocorrelation.update(state.autocorrelation, timeNanos, x);
        }
    }

    private void holdBaseline(CusumState state, long timeNanos) {
        if (state.warm > 0) {
            long time = Math.max(timeNanos, state.lastNanos);
            moments.hold(state.moments, time);
            autocorrelation.hold(state.autocorrelation, time);
        }
    }

    private CusumAlarm alarm(CusumState state) {
        boolean up = state.up >= state.down;
        CusumAlarm alarm = new CusumAlarm();
        alarm.direction = up ? 1 : -1;
        alarm.statistic = statistic(state);
        alarm.changeTimeNanos = up ? state.upZeroNanos : state.downZeroNanos;
        alarm.samples = up ? state.upSamples : state.downSamples;
        alarm.value = state.last;
        alarm.mean = moments.mean(state.moments);
        alarm.deviation = moments.standardDeviation(state.moments);
        alarm.phi = phi(state);
        alarm.size = alarm.direction * size(alarm);
        restart(state, state.lastNanos);
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
