package io.bookpulse.core.feature;

/**
 * What a trade paid, and to whom it went (DEFINITIONS 3.6; Huang and Stoll 1996): {@code effective
 * = realized + impact}. All in price units, from the taker's view; NaN in, NaN out.
 */
public final class EffectiveSpread {
    private EffectiveSpread() {}

    /**
     * Twice the distance of the price from the mid: {@code 2 s (p - m)}.
     *
     * @param sign +1 buyer aggressor, -1 seller aggressor
     * @param price price of the trade
     * @param mid the mid just before it
     */
    public static double effective(int sign, double price, double mid) {
        return 2 * sign * (price - mid);
    }

    /**
     * What the maker kept: {@code 2 s (p - m_h)}.
     *
     * @param midLater the mid at the horizon after the trade
     */
    public static double realized(int sign, double price, double midLater) {
        return 2 * sign * (price - midLater);
    }

    /** How far the trade moved the mid: {@code 2 s (m_h - m)}. */
    public static double impact(int sign, double mid, double midLater) {
        return 2 * sign * (midLater - mid);
    }
}
