package io.bookpulse.core.detector;

/**
 * Two-sided Page-Hinkley test (DEFINITIONS 8.5): a CUSUM of the distance from the mean of all
 * values since the start, this one included.
 *
 * <pre>
 * mean_i = mean of e_1 .. e_i
 * m_t = sum (e_i - mean_i - delta);   up = m_t - min m     alarm: up &gt; lambda
 * M_t = sum (e_i - mean_i + delta);   down = max M - M_t   alarm: down &gt; lambda
 * </pre>
 *
 * {@code m_t - min m = max(0, (m - min m)_{t-1} + e_t - mean_t - delta)}, so the sums of {@link
 * TwoSidedSums} are kept, which do not grow with time.
 */
final class PageHinkleyChart implements Chart {
    private static final long serialVersionUID = 1L;

    private final PageHinkleyParameters parameters;

    PageHinkleyChart(PageHinkleyParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void restart(ChartState state, long timeNanos) {
        state.restart(timeNanos, 0);
    }

    @Override
    public void update(ChartState state, long timeNanos, double e) {
        state.count++;
        state.mean += (e - state.mean) / state.count;
        TwoSidedSums.add(state, timeNanos, e - state.mean, parameters.delta());
    }

    @Override
    public double statistic(ChartState state) {
        return TwoSidedSums.larger(state);
    }

    @Override
    public double limit() {
        return parameters.lambda();
    }

    @Override
    public boolean isReady(ChartState state) {
        return state.count >= parameters.minSamples();
    }

    @Override
    public void describe(ChartState state, ShiftAlarm alarm) {
        TwoSidedSums.describe(state, parameters.delta(), alarm);
    }
}
