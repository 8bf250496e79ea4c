package io.bookpulse.testkit;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random series that a seed determines, by the generator L64X128MixRandom: the same on every
 * machine and in every order of tests.
 */
public final class SeededStreams {
    private SeededStreams() {}

    /** The generator of a seed. */
    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Independent standard normal values. */
    public static double[] gaussian(long seed, int length) {
        RandomGenerator random = generator(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /**
     * An autoregressive series of unit variance: {@code x = phi x_before + sqrt(1 - phi^2) e},
     * started in its stationary distribution.
     *
     * @param phi lag-1 autocorrelation, above -1 and below 1
     */
    public static double[] autoregressive(long seed, int length, double phi) {
        double[] values = gaussian(seed, length);
        double scale = Math.sqrt(1 - phi * phi);
        for (int i = 1; i < length; i++) {
            values[i] = phi * values[i - 1] + scale * values[i];
        }
        return values;
    }

    /**
     * Independent values of Student's t distribution.
     *
     * @param degrees degrees of freedom, at least 1
     */
    public static double[] studentT(long seed, int length, int degrees) {
        RandomGenerator random = generator(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double squares = 0;
            for (int j = 0; j < degrees; j++) {
                double normal = random.nextGaussian();
                squares += normal * normal;
            }
            values[i] = random.nextGaussian() / Math.sqrt(squares / degrees);
        }
        return values;
    }

    /**
     * A copy in which some values, drawn by the seed, are NaN.
     *
     * @param share their expected share, 0 to 1
     */
    public static double[] withMissing(long seed, double[] values, double share) {
        RandomGenerator random = generator(seed);
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = random.nextDouble() < share ? Double.NaN : copy[i];
        }
        return copy;
    }
}
