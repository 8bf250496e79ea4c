package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;

/**
 * How strong injected spread spikes, depth collapses and liquidity shocks are: each draws its own,
 * uniformly.
 *
 * @param leastSpread least factor on the spread, from 1
 * @param mostSpread largest factor on the spread, from leastSpread
 * @param leastDepth least share of the sizes that remains, above 0
 * @param mostDepth largest share of the sizes that remains, from leastDepth to 1
 */
public record LiquidityMagnitude(
        double leastSpread, double mostSpread, double leastDepth, double mostDepth) {
    /** Checks the ranges. */
    public LiquidityMagnitude {
        Checks.inRange(1, 1000, leastSpread, "leastSpread");
        Checks.inRange(leastSpread, 1000, mostSpread, "mostSpread");
        Checks.positive(leastDepth, "leastDepth");
        Checks.inRange(leastDepth, 1, mostDepth, "mostDepth");
    }

    /** Spread x4 to x10, depth to 5 to 25 % (DEFINITIONS 17). */
    public static LiquidityMagnitude defaults() {
        return new LiquidityMagnitude(4, 10, 0.05, 0.25);
    }

    /** Every spike and every collapse alike. */
    public static LiquidityMagnitude exactly(double spread, double depth) {
        return new LiquidityMagnitude(spread, spread, depth, depth);
    }
}
