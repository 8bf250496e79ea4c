package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * Trades: Hawkes arrivals with intensity {@code baseRate + sum of branching / decay * exp(-age /
 * decay)}, lognormal sizes, and signs that repeat (DEFINITIONS 17).
 *
 * @param baseRate mu, trades a second that nothing excites
 * @param branching n, mean number of trades that one trade causes, 0 to below 1
 * @param decay time constant of the excitation
 * @param medianSize median size, units
 * @param sizeDeviation standard deviation of the log of a size
 * @param informedShare share of trades that go on in the direction of the one before, the others
 *     take either side: the AR(1) coefficient of the sign, 0 to below 1
 */
public record TradeParameters(
        double baseRate,
        double branching,
        Duration decay,
        double medianSize,
        double sizeDeviation,
        double informedShare) {
    /** Validates the ranges. */
    public TradeParameters {
        Checks.positive(baseRate, "baseRate");
        Checks.inRange(0, 0.95, branching, "branching");
        Checks.atLeast(1, decay.toNanos(), "decay");
        Checks.positive(medianSize, "medianSize");
        Checks.inRange(0, 3, sizeDeviation, "sizeDeviation");
        Checks.inRange(0, 0.999, informedShare, "informedShare");
    }

    /**
     * 2 trades a second, n = 0.5, 1 s (hence 4 trades a second in all), log sizes of deviation 1
     * (DEFINITIONS 17); median size 0.3, a thirtieth of the best level; sign memory 0.3.
     */
    public static TradeParameters defaults() {
        return new TradeParameters(2, 0.5, Duration.ofSeconds(1), 0.3, 1, 0.3);
    }

    /** Returns a copy with that many times as many trades that nothing excites. */
    TradeParameters timesAsOften(double factor) {
        return new TradeParameters(
                factor * baseRate, branching, decay, medianSize, sizeDeviation, informedShare);
    }
}
