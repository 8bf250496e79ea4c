package io.bookpulse.simulation.noise;

import java.util.SplittableRandom;

/**
 * An endless series of noise of one {@link NoiseKind}.
 *
 * <pre>
 * INDEPENDENT      x = g                                         g: standard normal
 * AUTOREGRESSIVE   x = 0.64 x' + sqrt(1 - 0.64^2) g
 * STUDENT          x = g / sqrt((g1^2 + g2^2 + g3^2) / 3) / sqrt(3)
 * CLUSTERED        v = 0.01 + 0.08 x'^2 + 0.91 v',  x = sqrt(v) g      (Bollerslev 1986)
 * </pre>
 *
 * The autoregression begins with g and the variance with 1, both stationary. O(1) a value, no
 * allocation. Not thread-safe.
 */
public final class QuietNoise {
    private static final double PHI = 0.64;
    private static final double INNOVATION = Math.sqrt(1 - PHI * PHI);
    private static final double BASE = 0.01;
    private static final double SHOCK = 0.08;
    private static final double PERSISTENCE = 0.91;

    private final NoiseKind kind;
    private final SplittableRandom random;
    private double last;
    private double variance = 1;

    /** Starts a series. */
    public QuietNoise(NoiseKind kind, long seed) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
        this.last = random.nextGaussian();
    }

    /** The next value. */
    public double next() {
        last =
                switch (kind) {
                    case INDEPENDENT -> random.nextGaussian();
                    case AUTOREGRESSIVE -> PHI * last + INNOVATION * random.nextGaussian();
                    case STUDENT -> student();
                    case CLUSTERED -> clustered();
                };
        return last;
    }

    private double student() {
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        double c = random.nextGaussian();
        return random.nextGaussian() / Math.sqrt(a * a + b * b + c * c);
    }

    private double clustered() {
        variance = BASE + SHOCK * last * last + PERSISTENCE * variance;
        return Math.sqrt(variance) * random.nextGaussian();
    }
}
