package io.bookpulse.core.detector;

import java.io.Serializable;

/**
 * The patterns beyond spread and depth (DEFINITIONS 8.8, P4 to P8). One that is not enabled costs
 * nothing.
 *
 * @param levelSizes what sizes of levels are usual, for the two that ask
 * @param flashMove far moves of the mid that come back
 * @param quoteStuffing far more quoting than trading
 * @param spoofLike large levels that come and go
 * @param sweepChain sweeps in quick succession
 * @param spikeThenRegime another regime after a spread spike
 */
public record PatternParameters(
        LevelSizesParameters levelSizes,
        FlashMoveParameters flashMove,
        QuoteStuffingParameters quoteStuffing,
        SpoofLikeParameters spoofLike,
        SweepChainParameters sweepChain,
        SpikeThenRegimeParameters spikeThenRegime)
        implements Serializable {
    /** The defaults of all parts. */
    public static PatternParameters defaults() {
        return new PatternParameters(
                LevelSizesParameters.defaults(),
                FlashMoveParameters.defaults(),
                QuoteStuffingParameters.defaults(),
                SpoofLikeParameters.defaults(),
                SweepChainParameters.defaults(),
                SpikeThenRegimeParameters.defaults());
    }
}
