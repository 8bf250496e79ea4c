package io.bookpulse.core.anomaly;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Centre and width of each feature in a training set, which outliers hardly move: median and median
 * absolute deviation.
 *
 * <pre>
 * z = (x - median) / (1.4826 MAD)          1.4826 MAD = standard deviation of normal values
 * </pre>
 *
 * <p>Where more than half of the values are equal, the MAD is 0 and the mean absolute deviation,
 * times 1.2533, takes its place; of a constant feature the width is 1.
 */
public final class RobustScale implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double NORMAL_MAD = 1.482602218505602;
    private static final double NORMAL_MEAN_DEVIATION = 1.2533141373155003;

    private final double[] medians;
    private final double[] widths;

    /**
     * Returns a scale.
     *
     * @param medians {@code double[features]}
     * @param widths {@code double[features]}, each above 0
     */
    public RobustScale(double[] medians, double[] widths) {
        this.medians = medians.clone();
        this.widths = widths.clone();
    }

    /**
     * Measures a training set. O(rows log(rows)) a feature.
     *
     * @param rows {@code double[rows][features]}, finite, at least one row
     */
    public static RobustScale fit(double[][] rows) {
        int features = rows[0].length;
        double[] medians = new double[features];
        double[] widths = new double[features];
        double[] column = new double[rows.length];
        for (int feature = 0; feature < features; feature++) {
            for (int i = 0; i < rows.length; i++) {
                column[i] = rows[i][feature];
            }
            medians[feature] = median(column);
            widths[feature] = width(column, medians[feature]);
        }
        return new RobustScale(medians, widths);
    }

    /** How many features it is for. */
    public int features() {
        return medians.length;
    }

    /** Median of a feature, in its unit. */
    public double median(int feature) {
        return medians[feature];
    }

    /** What one unit of z is, in the unit of the feature. */
    public double width(int feature) {
        return widths[feature];
    }

    /** Standardises values in place; what is not finite stays so. No allocation. */
    public void standardise(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - medians[i]) / widths[i];
        }
    }

    /** Sorts the values. */
    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? values[middle]
                : 0.5 * values[middle - 1] + 0.5 * values[middle];
    }

    /** Turns the values into their deviations. */
    private static double width(double[] values, double median) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i] - median);
            sum += values[i];
        }
        double width = NORMAL_MAD * median(values);
        if (!(width > 0)) {
            width = NORMAL_MEAN_DEVIATION * sum / values.length;
        }
        return width > 0 && Double.isFinite(width) ? width : 1;
    }
}
