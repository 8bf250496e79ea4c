package io.bookpulse.core.anomaly;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One number of a sample that an anomaly model looks at: a column, or a column over another, such
 * as {@code ofi_1s/depth_median_600s}. A quotient of two sizes has no unit, so instruments of every
 * price and size can share a model.
 *
 * @param column the column, or what is divided
 * @param divisor what it is divided by, or null
 */
public record SampleFeature(SampleColumn column, @Nullable SampleColumn divisor)
        implements Serializable {

    /**
     * The features of DEFINITIONS 9.1 that exist on the sample clock: momentum, volatility,
     * activity, spread, 5-level imbalance, order flow, trade imbalance. The range of a bar has no
     * column; the depth against its median stands in its place, because a book that empties is the
     * other half of an illiquid moment.
     */
    public static final List<String> DEFAULTS =
            List.of(
                    "ret_1s",
                    "rv_60s",
                    "volume_z_5s",
                    "spread_z_60s",
                    "imbalance_5",
                    "ofi_1s/depth_median_600s",
                    "trade_imbalance_30s",
                    "top_depth/depth_median_600s");

    /**
     * Reads a feature's name.
     *
     * @throws IllegalArgumentException if it names a column that does not exist, or a score
     */
    public static SampleFeature parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException(
                    "feature is " + name + ", must be a sample column or column/column");
        }
        return new SampleFeature(
                columnOf(parts[0], name), parts.length == 1 ? null : columnOf(parts[1], name));
    }

    /** Reads features' names, at least 1 and at most 64, no two alike. */
    public static List<SampleFeature> parseAll(List<String> names) {
        if (names.isEmpty()
                || names.size() > 64
                || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "features is " + names + ", must be 1 to 64 different sample columns");
        }
        return names.stream().map(SampleFeature::parse).toList();
    }

    /** The name that {@link #parse} reads. */
    public String featureName() {
        return divisor == null
                ? column.columnName()
                : column.columnName() + "/" + divisor.columnName();
    }

    /** Its value in a sample; not finite if it has none. O(1), no allocation. */
    public double value(Sample sample) {
        double value = sample.value(column);
        return divisor == null ? value : value / sample.value(divisor);
    }

    /** Whether each feature has a finite value in a sample. */
    static boolean allFinite(SampleFeature[] features, Sample sample) {
        boolean finite = true;
        for (SampleFeature feature : features) {
            finite &= Double.isFinite(feature.value(sample));
        }
        return finite;
    }

    /** Writes the values of some features into as many places. */
    static void read(SampleFeature[] features, Sample sample, double[] values) {
        for (int i = 0; i < features.length; i++) {
            values[i] = features[i].value(sample);
        }
    }

    /** The names of some features. */
    static String[] names(SampleFeature[] features) {
        String[] names = new String[features.length];
        for (int i = 0; i < features.length; i++) {
            names[i] = features[i].featureName();
        }
        return names;
    }

    private static SampleColumn columnOf(String text, String name) {
        for (SampleColumn column : SampleColumn.values()) {
            boolean score =
                    column.name().startsWith("SCORE_") || column == SampleColumn.ENSEMBLE_THRESHOLD;
            if (column.columnName().equals(text.toLowerCase(Locale.ROOT)) && !score) {
                return column;
            }
        }
        throw new IllegalArgumentException(
                "feature is "
                        + name
                        + ", must be a sample column that is no score, or column/column");
    }
}
