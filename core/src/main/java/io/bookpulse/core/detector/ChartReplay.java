package io.bookpulse.core.detector;

import java.io.Serializable;
import java.time.Duration;

/**
 * A chart run over a whole series of one stream at once, for calibration and studies: the same
 * {@link ShiftChart} as on line, one value a sample interval. A value that is not finite is a
 * missing sample. O(n).
 */
public final class ChartReplay implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DriftParameters parameters;
    private final Duration sampleInterval;

    /** Returns the replay of the chosen chart with those parameters. */
    public ChartReplay(DriftParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        this.sampleInterval = sampleInterval;
    }

    /**
     * The running statistic with no limit: the chart never alarms, so it never starts again and its
     * baseline is never frozen. Whatever is above a limit for a while is one alarm at that limit,
     * until the statistic falls to 0 (a CUSUM) or below half of it.
     *
     * @return one statistic for each value; NaN while it is not judged
     */
    public double[] statistics(double[] values) {
        ShiftChart chart = new ShiftChart(parameters.withLimit(Double.MAX_VALUE), sampleInterval);
        ShiftChartState state = new ShiftChartState();
        double[] statistics = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            chart.update(state, i * sampleInterval.toNanos(), values[i]);
            boolean judged = Double.isFinite(values[i]) && !Double.isNaN(chart.score(state));
            statistics[i] = judged ? chart.statistic(state) : Double.NaN;
        }
        return statistics;
    }

    /** How often the chart alarms at a limit, with freezing and starting again as on line. */
    public int alarms(double[] values, double limit) {
        ShiftChart chart = new ShiftChart(parameters.withLimit(limit), sampleInterval);
        ShiftChartState state = new ShiftChartState();
        int alarms = 0;
        for (int i = 0; i < values.length; i++) {
            ShiftAlarm alarm = chart.update(state, i * sampleInterval.toNanos(), values[i]);
            alarms += alarm == null ? 0 : 1;
        }
        return alarms;
    }
}
