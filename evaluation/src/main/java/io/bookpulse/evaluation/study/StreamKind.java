package io.bookpulse.evaluation.study;

import io.bookpulse.core.Checks;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Noise of mean 0 and deviation 1, one value a second, that can change from one value on
 * (DEFINITIONS 12.12). A change of size s moves the mean up by s deviations; of {@link
 * #VARIANCE_SHIFT} it multiplies the deviation by 1 + s and leaves the mean.
 */
public enum StreamKind {
    /** Independent normal values. */
    INDEPENDENT("i.i.d.") {
        @Override
        double[] noise(RandomGenerator random, int length) {
            return gaussian(random, length);
        }
    },
    /** {@code x = 0.64 x_before + sqrt(1 - 0.64^2) e}, e normal. */
    AUTOREGRESSIVE("AR(1) 0.64") {
        @Override
        double[] noise(RandomGenerator random, int length) {
            double[] values = gaussian(random, length);
            double scale = Math.sqrt(1 - PHI * PHI);
            for (int i = 1; i < length; i++) {
                values[i] = PHI * values[i - 1] + scale * values[i];
            }
            return values;
        }
    },
    /** Student's t with 3 degrees of freedom over sqrt(3), independent. */
    HEAVY_TAIL("heavy tail t3") {
        @Override
        double[] noise(RandomGenerator random, int length) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                double squares = 0;
                for (int j = 0; j < DEGREES; j++) {
                    double normal = random.nextGaussian();
                    squares += normal * normal;
                }
                values[i] = random.nextGaussian() / Math.sqrt(squares);
            }
            return values;
        }
    },
    /**
     * Volatility that clusters: {@code v = 0.01 + 0.08 x_before^2 + 0.91 v_before}, {@code x =
     * sqrt(v) e}, e normal.
     */
    VARIANCE_SHIFT("variance shift") {
        @Override
        double[] noise(RandomGenerator random, int length) {
            double[] values = gaussian(random, length);
            double variance = 1;
            for (int i = 0; i < length; i++) {
                values[i] *= Math.sqrt(variance);
                variance = 0.01 + 0.08 * values[i] * values[i] + 0.91 * variance;
            }
            return values;
        }

        @Override
        double changed(double x, double size) {
            return x * (1 + size);
        }
    };

    private static final double PHI = 0.64;
    private static final int DEGREES = 3;
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final String label;

    StreamKind(String label) {
        this.label = label;
    }

    /** The name in tables: {@code AR(1) 0.64}. */
    public String label() {
        return label;
    }

    /** The name in files: {@code autoregressive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Noise without a change.
     *
     * @param seed the same seed gives the same values; kinds differ
     * @param length how many values, at least 1
     */
    public double[] quiet(long seed, int length) {
        Checks.atLeast(1, length, "length");
        return noise(FACTORY.create(seed ^ ((long) (ordinal() + 1) << 56)), length);
    }

    /** The same noise with a change from index {@code at} on. */
    public double[] shifted(long seed, int length, int at, double size) {
        double[] values = quiet(seed, length);
        for (int i = at; i < length; i++) {
            values[i] = changed(values[i], size);
        }
        return values;
    }

    abstract double[] noise(RandomGenerator random, int length);

    double changed(double x, double size) {
        return x + size;
    }

    private static double[] gaussian(RandomGenerator random, int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
