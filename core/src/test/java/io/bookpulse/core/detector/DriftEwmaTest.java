package io.bookpulse.core.detector;

/** The same promises with an EWMA chart. */
class DriftEwmaTest extends DriftTest {
    @Override
    DriftParameters parameters() {
        return DriftParameters.defaults().withChart(DriftChart.EWMA).withLimit(2.7);
    }

    @Override
    double strictLimit() {
        return 4.4;
    }

    /** The mean over some ten samples crosses 0 less often than a sum returns to it. */
    @Override
    long earliestOnset() {
        return 2_985;
    }

    @Override
    double statistic(ChartState state) {
        double forgotten = Math.pow(0.9, 2.0 * state.count);
        double deviation = Math.sqrt(0.1 / 1.9 * (1 - forgotten));
        return state.count == 0 ? 0 : Math.abs(state.mean) / deviation;
    }
}
