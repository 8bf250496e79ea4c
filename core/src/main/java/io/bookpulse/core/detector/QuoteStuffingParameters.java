package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * When quoting is stuffing (DEFINITIONS 8.8, P5).
 *
 * @param enabled whether it is looked for
 * @param threshold score of the rate of changed levels, standard deviations, above 0
 * @param cancelsPerTrade least withdrawals per trade, at least 0
 * @param baseline samples that the usual rate is taken from
 * @param warmUp of these before anything is judged, 2 to baseline
 * @param confirmations further samples that must find it so, 0 to 60
 * @param minQuality least share of good events at which it is judged, 0 to 1
 */
public record QuoteStuffingParameters(
        boolean enabled,
        double threshold,
        double cancelsPerTrade,
        int baseline,
        int warmUp,
        int confirmations,
        double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public QuoteStuffingParameters {
        Checks.positive(threshold, "threshold");
        Checks.inRange(0, Double.MAX_VALUE, cancelsPerTrade, "cancels-per-trade");
        Checks.inRange(2, 100_000, baseline, "baseline");
        Checks.inRange(2, baseline, warmUp, "warm-up");
        Checks.inRange(0, 60, confirmations, "confirmations");
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /**
     * Score 6 and 50 withdrawals a trade, still so one sample later (DEFINITIONS 8.8), against the
     * last 300 samples as for volume, from the 120th on: as many as the median depth needs.
     */
    public static QuoteStuffingParameters defaults() {
        return new QuoteStuffingParameters(true, 6, 50, 300, 120, 1, 0.8);
    }
}
