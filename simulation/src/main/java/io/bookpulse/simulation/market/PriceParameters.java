package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * The mid: a geometric random walk with two volatilities, {@code ln m += -s^2/2 + s * e} per step,
 * {@code s} = calm volatility in calm times, {@code stressFactor} times that in stress (DEFINITIONS
 * 15.1).
 *
 * @param lowest lowest mid at the start, price; instruments start log-uniformly up to the highest
 * @param highest highest mid at the start, price
 * @param step unit of time of the volatility and of the regime chain
 * @param calmVolatilityBps standard deviation of one step's log return in calm times, bps
 * @param stressFactor volatility in stress over calm, at least 1
 * @param calmToStress probability per step to fall into stress, 0 to 1
 * @param stressToCalm probability per step to recover, 0 to 1
 * @param relaxation time constant with which volatility follows its regime
 */
public record PriceParameters(
        double lowest,
        double highest,
        Duration step,
        double calmVolatilityBps,
        double stressFactor,
        double calmToStress,
        double stressToCalm,
        Duration relaxation) {
    /** Validates the ranges. */
    public PriceParameters {
        Checks.positive(lowest, "lowest");
        Checks.inRange(lowest, 1e6, highest, "highest");
        Checks.atLeast(1, step.toNanos(), "step");
        Checks.positive(calmVolatilityBps, "calmVolatilityBps");
        Checks.inRange(1, 100, stressFactor, "stressFactor");
        Checks.inRange(0, 1, calmToStress, "calmToStress");
        Checks.inRange(0, 1, stressToCalm, "stressToCalm");
        Checks.atLeast(1, relaxation.toNanos(), "relaxation");
    }

    /**
     * Mids from 200 to 500, so that 2 bps are 4 to 10 ticks of 0.01; 4 bps a minute (29 % a year);
     * a time of stress about every 50 min, for 10 min. Stress doubles the volatility: with the 3 of
     * DEFINITIONS 15.1 depth alone would fall to a third, at the detectors' very limit, and the
     * background could not be told from an event. Two minutes of relaxation keep a change of regime
     * from looking like a spike.
     */
    public static PriceParameters defaults() {
        return new PriceParameters(
                200, 500, Duration.ofMinutes(1), 4, 2, 0.02, 0.10, Duration.ofMinutes(2));
    }
}
