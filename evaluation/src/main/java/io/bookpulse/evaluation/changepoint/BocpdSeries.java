package io.bookpulse.evaluation.changepoint;

import io.bookpulse.core.detector.Bocpd;
import io.bookpulse.core.detector.BocpdParameters;
import io.bookpulse.core.detector.BocpdState;
import java.util.ArrayList;
import java.util.List;

/**
 * Change points that {@link Bocpd} finds in a whole series, value by value, without looking ahead.
 */
public final class BocpdSeries {
    private BocpdSeries() {}

    /**
     * Standardises a series by its own mean and deviation and lists the alarms' change points.
     *
     * @param series finite values, not all the same
     * @return indices of the first values of new segments, as estimated at the alarms
     */
    public static List<Integer> changePoints(double[] series, BocpdParameters parameters) {
        Bocpd bocpd = new Bocpd(parameters, 1);
        BocpdState state = bocpd.newState();
        double[] standard = standardised(series);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < standard.length; i++) {
            if (bocpd.update(state, new double[] {standard[i]})) {
                found.add(i + 1 - Math.max(1, bocpd.recentRun(state)));
            }
        }
        return found;
    }

    private static double[] standardised(double[] series) {
        double mean = 0;
        for (double x : series) {
            mean += x / series.length;
        }
        double squares = 0;
        for (double x : series) {
            squares += (x - mean) * (x - mean);
        }
        double deviation = Math.sqrt(squares / (series.length - 1));
        double[] standard = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            standard[i] = (series[i] - mean) / deviation;
        }
        return standard;
    }
}
