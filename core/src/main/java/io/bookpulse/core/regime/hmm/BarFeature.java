package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.event.Bar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the model looks at in a bar (DEFINITIONS 10.2), in the order of its vectors. */
public enum BarFeature {
    /** ln(close / close of the bar before). */
    MOMENTUM {
        @Override
        double of(Bar bar) {
            return bar.momentum;
        }
    },
    /** (high - low) / open. */
    RANGE {
        @Override
        double of(Bar bar) {
            return bar.range;
        }
    },
    /** volume / mean volume of the last bars. */
    ACTIVITY {
        @Override
        double of(Bar bar) {
            return bar.activity;
        }
    };

    private static final BarFeature[] VALUES = values();

    /** How many features there are. */
    public static final int COUNT = VALUES.length;

    abstract double of(Bar bar);

    /** The feature's name in model files and evidence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names in their order. */
    public static List<String> words() {
        return Arrays.stream(VALUES).map(BarFeature::word).toList();
    }

    /**
     * Writes a bar's features into an array; O(1), no allocation.
     *
     * @param x at least {@link #COUNT} long
     * @return whether all of them are finite
     */
    public static boolean read(Bar bar, double[] x) {
        boolean finite = true;
        for (BarFeature feature : VALUES) {
            double value = feature.of(bar);
            x[feature.ordinal()] = value;
            finite &= Double.isFinite(value);
        }
        return finite;
    }
}
