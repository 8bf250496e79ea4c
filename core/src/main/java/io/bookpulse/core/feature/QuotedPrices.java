package io.bookpulse.core.feature;

/**
 * Spread and mid prices of the best bid and ask (DEFINITIONS 2.1 to 2.3). Prices have 8 implied
 * decimals; differences and sums are taken in whole numbers, so each result is the double nearest
 * to the exact value.
 */
public final class QuotedPrices {
    private static final double UNIT = 1e8;

    private QuotedPrices() {}

    /** {@code ask - bid}, price units; 0 when locked, below 0 when crossed. */
    public static double spread(long bidE8, long askE8) {
        return (askE8 - bidE8) / UNIT;
    }

    /** {@code (ask + bid) / 2}, price units. */
    public static double mid(long bidE8, long askE8) {
        return (bidE8 / 2.0 + askE8 / 2.0) / UNIT;
    }

    /** {@code 1e4 * spread / mid}, basis points. */
    public static double spreadBps(double spread, double mid) {
        return 1e4 * spread / mid;
    }

    /**
     * The size-weighted mid {@code (bid * askSize + ask * bidSize) / (bidSize + askSize)}, written
     * {@code bid + spread * share} where {@code share = bidSize / (bidSize + askSize)}: more bid
     * size moves it towards the ask. It always lies between bid and ask.
     *
     * @param share share of the bid in the best sizes, 0 to 1
     */
    public static double weightedMid(long bidE8, long askE8, double share) {
        return bidE8 / UNIT + spread(bidE8, askE8) * share;
    }
}
