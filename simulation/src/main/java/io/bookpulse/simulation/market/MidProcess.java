package io.bookpulse.simulation.market;

import java.util.random.RandomGenerator;

/** The mid: a geometric random walk whose volatility follows its regime. */
final class MidProcess {
    private static final double BPS = 1e-4;

    private final RandomGenerator random;
    private final double calm;
    private final double stepNanos;
    private final double relaxationNanos;
    private long timeNanos;
    private double mid;
    private double ratio = 1;
    private double target = 1;

    MidProcess(PriceParameters parameters, RandomGenerator random, long timeNanos) {
        this.random = random;
        this.calm = parameters.calmVolatilityBps() * BPS;
        this.stepNanos = parameters.step().toNanos();
        this.relaxationNanos = parameters.relaxation().toNanos();
        this.timeNanos = timeNanos;
        double low = StrictMath.log(parameters.lowest());
        double high = StrictMath.log(parameters.highest());
        this.mid = StrictMath.exp(Generators.uniform(random, low, high));
    }

    void advance(long toNanos) {
        double elapsed = toNanos - timeNanos;
        timeNanos = toNanos;
        ratio += (target - ratio) * Math.min(1, elapsed / relaxationNanos);
        double deviation = calm * ratio * Math.sqrt(elapsed / stepNanos);
        double drift = -deviation * deviation / 2;
        mid *= StrictMath.exp(drift + deviation * random.nextGaussian());
    }

    void jump(double bps) {
        mid *= StrictMath.exp(bps * BPS);
    }

    /** Sets the volatility, in calm volatilities, that it tends to. */
    void setTarget(double factor) {
        target = factor;
    }

    double mid() {
        return mid;
    }

    /** The present volatility over the calm one. */
    double ratio() {
        return ratio;
    }
}
