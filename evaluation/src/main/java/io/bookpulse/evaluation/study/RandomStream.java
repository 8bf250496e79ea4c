package io.bookpulse.evaluation.study;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Alarms by chance, whatever the value: what any detector must beat. */
final class RandomStream implements StreamDetector {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;
    private final double probability;

    RandomStream(long seed, double probability) {
        this.random = FACTORY.create(seed);
        this.probability = probability;
    }

    @Override
    public boolean update(long timeNanos, double value) {
        return random.nextDouble() < probability;
    }

    @Override
    public List<Object> memory() {
        return List.of();
    }
}
