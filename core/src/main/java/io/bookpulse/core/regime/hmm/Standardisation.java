package io.bookpulse.core.regime.hmm;

import java.io.Serializable;

/**
 * Brings features to a common scale: {@code (x - location) / scale}, the mean and standard
 * deviation (n - 1) of the training set. Immutable.
 */
public final class Standardisation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] location;
    private final double[] scale;

    private Standardisation(double[] location, double[] scale) {
        this.location = location;
        this.scale = scale;
    }

    /**
     * Returns a standardisation.
     *
     * @param location double[d], in the units of the features
     * @param scale double[d], in the same units, above 0
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     */
    public static Standardisation of(double[] location, double[] scale) {
        if (location.length != scale.length) {
            throw new IllegalArgumentException("location and scale have different lengths");
        }
        for (int i = 0; i < scale.length; i++) {
            if (!Double.isFinite(location[i]) || !(scale[i] > 0) || scale[i] == 1 / 0.0) {
                throw new IllegalArgumentException(
                        "the scale is not finite and above 0, or the location is not finite");
            }
        }
        return new Standardisation(location.clone(), scale.clone());
    }

    /** How many features. */
    public int size() {
        return scale.length;
    }

    /** Location, double[d], a copy. */
    public double[] location() {
        return location.clone();
    }

    /** Scale, double[d], a copy. */
    public double[] scale() {
        return scale.clone();
    }

    /** Standardises values in place, observation after observation. */
    void apply(double[] values) {
        for (int i = 0; i < values.length; i++) {
            int feature = i % scale.length;
            values[i] = (values[i] - location[feature]) / scale[feature];
        }
    }

    /** A density of standardised features as one of the features themselves. */
    public Gaussian toOriginal(Gaussian standardised) {
        return standardised.scaled(location, scale);
    }
}
