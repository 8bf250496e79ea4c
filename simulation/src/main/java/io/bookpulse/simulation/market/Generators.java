package io.bookpulse.simulation.market;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent generators of random numbers: one per (seed, instrument, component), so that neither
 * a further instrument nor a further draw in one component changes any other.
 */
final class Generators {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final int instrument;

    Generators(long seed, int instrument) {
        this.seed = seed;
        this.instrument = instrument;
    }

    /** The generator of a component, from its beginning. */
    RandomGenerator of(String component) {
        long hash = mix(seed + GOLDEN);
        hash = mix(hash ^ (instrument + GOLDEN));
        for (int i = 0; i < component.length(); i++) {
            hash = mix(hash ^ (component.charAt(i) + GOLDEN));
        }
        return FACTORY.create(hash);
    }

    /** A number from low to high, uniformly. */
    static double uniform(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A standard normal number, cut off at {@code limit} on both sides. */
    static double bounded(RandomGenerator random, double limit) {
        return Math.max(-limit, Math.min(limit, random.nextGaussian()));
    }

    /** The finaliser of SplitMix64: every bit depends on every bit. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
