package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookSide;

/**
 * The cost of taking liquidity from one side of a book at once (DEFINITIONS 2.14; Irvine, Benston,
 * Kandel 2000).
 *
 * <pre>
 * average  A = sum(price_i * x_i) / sum(x_i),   x_i = min(remaining, size_i), best level first
 * costBps    = 1e4 * (A / mid - 1) for a purchase, 1e4 * (1 - A / mid) for a sale
 * </pre>
 *
 * <p>Nothing is extrapolated: an order larger than the visible side has cost NaN and says how much
 * could be filled. O(levels touched).
 */
public final class SweepCost {
    private static final double UNIT = 1e8;

    private final BookSide side;
    private final double mid;

    private SweepCost(BookSide side, double mid) {
        this.side = side;
        this.mid = mid;
    }

    /**
     * What an order did, or would do.
     *
     * @param units size filled, units of the instrument
     * @param notional price times size, quote currency; NaN if the side does not hold the order
     * @param average average price; NaN likewise
     * @param costBps distance of the average from the mid against the taker, bps; NaN likewise
     * @param worst price of the last level touched; NaN if there is none
     * @param levels how many levels were touched
     */
    public record Fill(
            double units,
            double notional,
            double average,
            double costBps,
            double worst,
            int levels) {}

    /**
     * Returns the cost function of one side, which it reads and does not copy.
     *
     * @param side the asks for purchases, the bids for sales
     * @param mid the mid price, price units
     */
    public static SweepCost of(BookSide side, double mid) {
        return new SweepCost(side, mid);
    }

    /** The cost of {@code quantity} units of the instrument. */
    public Fill ofUnits(double quantity) {
        double remaining = quantity;
        double units = 0;
        double notional = 0;
        int level = 0;
        while (level < side.levels && remaining > 0) {
            double taken = Math.min(remaining, size(level));
            units += taken;
            notional += taken * price(level);
            remaining -= taken;
            level++;
        }
        return fill(units, notional, level, remaining <= 0);
    }

    /** The cost of spending or earning {@code amount} of the quote currency. */
    public Fill ofNotional(double amount) {
        double remaining = amount;
        double units = 0;
        int level = 0;
        while (level < side.levels && remaining > 0) {
            double taken = Math.min(remaining / price(level), size(level));
            units += taken;
            remaining = taken < size(level) ? 0 : remaining - taken * price(level);
            level++;
        }
        return fill(units, amount - remaining, level, remaining <= 0);
    }

    private Fill fill(double units, double notional, int touched, boolean complete) {
        double worst = touched > 0 ? price(touched - 1) : Double.NaN;
        if (!complete || units <= 0) {
            return new Fill(units, Double.NaN, Double.NaN, Double.NaN, worst, touched);
        }
        double average = notional / units;
        return new Fill(units, notional, average, 1e4 * distance(average), worst, touched);
    }

    private double distance(double average) {
        return side.direction < 0 ? average / mid - 1 : 1 - average / mid;
    }

    private double price(int level) {
        return side.priceE8(level) / UNIT;
    }

    private double size(int level) {
        return side.sizeE8(level) / UNIT;
    }
}
