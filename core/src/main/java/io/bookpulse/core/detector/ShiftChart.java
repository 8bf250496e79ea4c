package io.bookpulse.core.detector;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds lasting shifts of a mean: what any control chart needs around its recursion, so that CUSUM,
 * Page-Hinkley test and EWMA chart differ in nothing else (DEFINITIONS 8.3, 8.5, 8.10).
 *
 * <pre>
 * u = (x - mean) / deviation               exponentially weighted, of the values before x
 * i = (u - phi u') / sqrt(1 - phi^2)       u' of the sample before; phi = 0 without pre-whitening
 * e = max(-c, min(c, i / s))               s = deviation of such i; e = i without pre-whitening
 * chart(e); alarm: its statistic &gt; its limit; then the chart starts again
 * size = (size of the shift of e) s sqrt((1 + phi) / (1 - phi))  in deviations of x
 * </pre>
 *
 * <p>Mean, deviation, phi (clipped to 0 to 0.95) and s stand still while the statistic is above
 * half of the limit, otherwise they would learn the shift. What comes in that time is learned on
 * trial: kept if the statistic falls back, dropped if it alarms. Dropping it in both cases would
 * leave out the large values of mere noise, and a deviation that is too small multiplies false
 * alarms (five times at phi = 0.64).
 *
 * <p>Winsorising bounds what one sample can say: without it Student's noise with 3 degrees of
 * freedom alarms 10 to 60 times too often. It also bounds the size that is found to about c.
 *
 * <p>While all values were the same there is no deviation to measure with, and the chart rests. A
 * value that is not finite changes nothing. If the sample before is missing, i is u. After a
 * silence longer than {@code resetAfter} the chart starts again; the baseline does not count the
 * silence as time. Nothing is found before the warm-up. O(1), allocates only alarms.
 */
public final class ShiftChart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Chart chart;
    private final ChartBaseline baseline;
    private final int warmUp;
    private final long intervalNanos;
    private final long resetNanos;

    /**
     * Returns the logic for one sample clock.
     *
     * @param parameters the chosen chart and its baseline
     * @param sampleInterval distance of two samples that follow each other
     */
    public ShiftChart(DriftParameters parameters, Duration sampleInterval) {
        this.chart = parameters.recursion();
        this.baseline = new ChartBaseline(parameters.baseline(), sampleInterval);
        this.warmUp = parameters.baseline().warmUp();
        this.intervalNanos = sampleInterval.toNanos();
        this.resetNanos = parameters.baseline().resetAfter().toNanos();
    }

    /**
     * Takes in a value.
     *
     * @param timeNanos its event time, later than that of the value before
     * @param x the value, any unit
     * @return the alarm that this value raised, or null
     */
    public @Nullable ShiftAlarm update(ShiftChartState state, long timeNanos, double x) {
        if (!Double.isFinite(x)) {
            return null;
        }
        boolean adjacent = timeNanos - state.lastNanos == intervalNanos;
        if (state.warm > 0 && !adjacent) {
            bridge(state, timeNanos);
        }
        double innovation = Double.NaN;
        if (state.warm < warmUp) {
            state.warm++;
            chart.restart(state.chart, timeNanos);
        } else {
            innovation = innovation(state, x, adjacent);
        }
        if (!Double.isNaN(innovation)) {
            chart.update(state.chart, timeNanos, innovation / baseline.scale(state.baseline));
        }
        learn(state, timeNanos, x, innovation);
        state.last = x;
        state.lastNanos = timeNanos;
        boolean beyond = statistic(state) > chart.limit() && chart.isReady(state.chart);
        return beyond ? alarm(state) : null;
    }

    /** What is compared with the limit, at least 0; 0 after an alarm. */
    public double statistic(ShiftChartState state) {
        return chart.statistic(state.chart);
    }

    /** The statistic over its limit; NaN while no alarm is possible yet. */
    public double score(ShiftChartState state) {
        boolean judged =
                state.warm >= warmUp
                        && chart.isReady(state.chart)
                        && !Double.isNaN(baseline.deviation(state.baseline));
        return judged ? statistic(state) / chart.limit() : Double.NaN;
    }

    /** Passes over missing samples, as if the last value had come one interval ago. */
    private void bridge(ShiftChartState state, long timeNanos) {
        long before = Math.max(timeNanos - intervalNanos, state.lastNanos);
        baseline.hold(state.baseline, before);
        if (state.raised) {
            baseline.hold(state.trial, before);
        }
        if (timeNanos - state.lastNanos > resetNanos) {
            chart.restart(state.chart, before);
        }
    }

    /** What the value says beyond the one before, winsorised; NaN without a deviation. */
    private double innovation(ShiftChartState state, double x, boolean adjacent) {
        double mean = baseline.mean(state.baseline);
        double deviation = baseline.deviation(state.baseline);
        double phi = adjacent ? baseline.phi(state.baseline) : 0;
        double before = phi == 0 ? 0 : (state.last - mean) / deviation;
        double innovation = ((x - mean) / deviation - phi * before) / Math.sqrt(1 - phi * phi);
        return baseline.winsorised(state.baseline, innovation);
    }

    private void learn(ShiftChartState state, long timeNanos, double x, double innovation) {
        boolean raised = statistic(state) > chart.limit() / 2;
        if (raised && !state.raised) {
            ChartBaseline.copy(state.baseline, state.trial);
        } else if (!raised && state.raised) {
            ChartBaseline.copy(state.trial, state.baseline);
        }
        state.raised = raised;
        ChartBaselineState learner = raised ? state.trial : state.baseline;
        baseline.learn(learner, timeNanos, x);
        if (!Double.isNaN(innovation)) {
            baseline.learnScale(learner, innovation);
        }
    }

    private ShiftAlarm alarm(ShiftChartState state) {
        ShiftAlarm alarm = new ShiftAlarm();
        chart.describe(state.chart, alarm);
        alarm.value = state.last;
        alarm.mean = baseline.mean(state.baseline);
        alarm.deviation = baseline.deviation(state.baseline);
        alarm.phi = baseline.phi(state.baseline);
        double scale = baseline.scale(state.baseline);
        alarm.size *= scale * Math.sqrt((1 + alarm.phi) / (1 - alarm.phi));
        chart.restart(state.chart, state.lastNanos);
        state.raised = false;
        baseline.hold(state.baseline, state.lastNanos);
        return alarm;
    }
}
