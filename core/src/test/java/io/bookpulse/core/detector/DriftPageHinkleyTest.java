package io.bookpulse.core.detector;

/** The same promises with a Page-Hinkley test. */
class DriftPageHinkleyTest extends DriftTest {
    @Override
    DriftParameters parameters() {
        return DriftParameters.defaults().withChart(DriftChart.PAGE_HINKLEY).withLimit(5);
    }

    @Override
    double strictLimit() {
        return 19;
    }

    /** Its allowance is smaller: a sum returns to 0 less often. */
    @Override
    long earliestOnset() {
        return 2_990;
    }

    @Override
    long judgedFrom() {
        return 329;
    }

    @Override
    double statistic(ChartState state) {
        return state.count < 30 ? Double.NEGATIVE_INFINITY : super.statistic(state);
    }
}
