package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;

/**
 * The book around the mid (DEFINITIONS 15.2): spread {@code base * (1 + k (v - 1))}, size of level
 * i {@code q0 * exp(-decay (i - 1)) * exp(noise * e) / v}, with v = volatility over calm
 * volatility, both sides tilted by an AR(1) imbalance.
 *
 * @param levels visible levels a side, 5 to 50
 * @param tick smallest step of the price
 * @param updatesPerSecond mean rate of book changes besides those that trades cause
 * @param spreadBps spread in calm times, bps of the mid
 * @param spreadSensitivity k, the spread's response to volatility
 * @param spreadNoise relative standard deviation of the spread
 * @param topSize q0, mean size of the best level, units
 * @param sizeDecay decay of sizes per level
 * @param sizeNoise standard deviation of the log of a size
 * @param imbalancePersistence AR(1) coefficient of the imbalance per update, 0 to below 1
 * @param imbalanceDeviation stationary standard deviation of the imbalance
 */
public record QuoteParameters(
        int levels,
        double tick,
        double updatesPerSecond,
        double spreadBps,
        double spreadSensitivity,
        double spreadNoise,
        double topSize,
        double sizeDecay,
        double sizeNoise,
        double imbalancePersistence,
        double imbalanceDeviation) {
    /** Validates the ranges. */
    public QuoteParameters {
        Checks.inRange(5, 50, levels, "levels");
        Checks.inRange(1e-8, 1, tick, "tick");
        Checks.positive(updatesPerSecond, "updatesPerSecond");
        Checks.positive(spreadBps, "spreadBps");
        Checks.inRange(0, 10, spreadSensitivity, "spreadSensitivity");
        Checks.inRange(0, 0.3, spreadNoise, "spreadNoise");
        Checks.positive(topSize, "topSize");
        Checks.inRange(0, 2, sizeDecay, "sizeDecay");
        Checks.inRange(0, 1, sizeNoise, "sizeNoise");
        Checks.inRange(0, 0.999, imbalancePersistence, "imbalancePersistence");
        Checks.inRange(0, 0.3, imbalanceDeviation, "imbalanceDeviation");
    }

    /**
     * 15 levels; 5 changes a second; spread 2 bps with 15 % noise, which is one or two ticks:
     * enough that one tick is no event, and bounded, so that quiet times raise no alarm; the rest
     * from DEFINITIONS 15.2.
     */
    public static QuoteParameters defaults() {
        return new QuoteParameters(15, 0.01, 5, 2, 0.5, 0.15, 10, 0.15, 0.3, 0.95, 0.2);
    }

    /** Returns a copy with that many times as many updates. */
    QuoteParameters timesAsOften(double factor) {
        return new QuoteParameters(
                levels,
                tick,
                factor * updatesPerSecond,
                spreadBps,
                spreadSensitivity,
                spreadNoise,
                topSize,
                sizeDecay,
                sizeNoise,
                imbalancePersistence,
                imbalanceDeviation);
    }
}
