package io.bookpulse.core.detector;

/**
 * Two-sided CUSUM (Page 1954; DEFINITIONS 8.3): {@link TwoSidedSums} of the values themselves,
 * limit h. With the fast initial response both sums start at h/2 instead of 0 (Lucas and Crosier
 * 1982), so a shift that outlasts its alarm is found again sooner.
 */
final class CusumChart implements Chart {
    private static final long serialVersionUID = 1L;

    private final double k;
    private final double h;
    private final double headStart;

    CusumChart(CusumParameters parameters) {
        this.k = parameters.k();
        this.h = parameters.h();
        this.headStart = parameters.headStart();
    }

    @Override
    public void restart(ChartState state, long timeNanos) {
        state.restart(timeNanos, headStart);
    }

    @Override
    public void update(ChartState state, long timeNanos, double e) {
        TwoSidedSums.add(state, timeNanos, e, k);
    }

    @Override
    public double statistic(ChartState state) {
        return TwoSidedSums.larger(state);
    }

    @Override
    public double limit() {
        return h;
    }

    @Override
    public boolean isReady(ChartState state) {
        return true;
    }

    @Override
    public void describe(ChartState state, ShiftAlarm alarm) {
        TwoSidedSums.describe(state, k, alarm);
    }
}
