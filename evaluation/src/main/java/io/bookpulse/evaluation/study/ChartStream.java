package io.bookpulse.evaluation.study;

import io.bookpulse.core.detector.DriftParameters;
import io.bookpulse.core.detector.ShiftChart;
import io.bookpulse.core.detector.ShiftChartState;
import java.time.Duration;
import java.util.List;

/** A control chart. */
final class ChartStream implements StreamDetector {
    private final ShiftChart chart;
    private final ShiftChartState state = new ShiftChartState();

    ChartStream(DriftParameters parameters) {
        this.chart = new ShiftChart(parameters, Duration.ofSeconds(1));
    }

    @Override
    public boolean update(long timeNanos, double value) {
        return chart.update(state, timeNanos, value) != null;
    }

    @Override
    public List<Object> memory() {
        return List.of(state);
    }
}
