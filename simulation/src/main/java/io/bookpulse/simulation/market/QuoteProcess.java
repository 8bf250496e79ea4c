package io.bookpulse.simulation.market;

import java.util.random.RandomGenerator;

/** The quotes around the mid: spread, sizes and imbalance of DEFINITIONS 15.2. */
final class QuoteProcess {
    private static final long LOT_E8 = 100_000;

    private static final double E8 = 1e8;
    private static final double BPS = 1e-4;

    /** Noise is cut off here, in standard deviations: a quiet market has no outliers. */
    private static final double NOISE_LIMIT = 2;

    /** Memory of the spread's noise per update: gone within a second. */
    private static final double SPREAD_MEMORY = 0.6;

    private static final double SPREAD_FRESH = 0.8;
    private static final double IMBALANCE_LIMIT = 0.85;

    /** Levels behind the best that an update renews on each side. */
    private static final int RENEWED = 2;

    /** Where a wall is placed, and from where on levels flicker; 0 = best. */
    private static final int WALL_LEVEL = 3;

    private static final int FLICKER_FROM = 5;

    final BookSide bid;
    final BookSide ask;
    private final QuoteParameters parameters;
    private final RandomGenerator random;
    private final MidProcess mid;
    private final double tickE8;
    private final double[] profile;
    private final double imbalanceFresh;
    private double spreadNoise;
    private double imbalance;
    private double imbalanceShift;
    private double spreadFactor = 1;
    private double depthFactor = 1;

    QuoteProcess(QuoteParameters parameters, RandomGenerator random, MidProcess mid) {
        this.parameters = parameters;
        this.random = random;
        this.mid = mid;
        long tick = Math.round(parameters.tick() * E8);
        this.tickE8 = tick;
        this.bid = new BookSide(-1, parameters.levels(), tick);
        this.ask = new BookSide(1, parameters.levels(), tick);
        this.profile = new double[parameters.levels()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = parameters.topSize() * StrictMath.exp(-parameters.sizeDecay() * i);
        }
        double persistence = parameters.imbalancePersistence();
        this.imbalanceFresh =
                parameters.imbalanceDeviation() * Math.sqrt(1 - persistence * persistence);
    }

    void setSpreadFactor(double factor) {
        spreadFactor = factor;
    }

    void setDepthFactor(double factor) {
        depthFactor = factor;
    }

    void setImbalanceShift(double deviations) {
        imbalanceShift = deviations * parameters.imbalanceDeviation();
    }

    /** Places a bid, or an ask if negative, of so many top sizes; 0 takes it away again. */
    void setWall(double topSizes) {
        bid.withdrawWall();
        ask.withdrawWall();
        if (topSizes != 0) {
            BookSide side = topSizes > 0 ? bid : ask;
            side.placeWall(WALL_LEVEL, lots(Math.abs(topSizes) * parameters.topSize()));
        }
    }

    /** Shrinks the levels behind the best to a lot each, or draws them anew. */
    void flicker(boolean shrink) {
        flicker(bid, 1, shrink);
        flicker(ask, -1, shrink);
    }

    private void flicker(BookSide side, int sign, boolean shrink) {
        double scale = depthFactor / mid.ratio() * (1 + sign * tilt());
        for (int level = FLICKER_FROM; level < side.levels(); level++) {
            side.setSize(level, shrink ? LOT_E8 : draw(level, scale));
        }
    }

    private double tilt() {
        double tilt = imbalance + imbalanceShift;
        return Math.max(-IMBALANCE_LIMIT, Math.min(IMBALANCE_LIMIT, tilt));
    }

    /** Draws the quotes of a time; all sizes if {@code all}, else the best and a few others. */
    void update(long timeNanos, boolean all) {
        mid.advance(timeNanos);
        imbalance =
                parameters.imbalancePersistence() * imbalance
                        + imbalanceFresh * random.nextGaussian();
        movePrices();
        renew(bid, 1, all);
        renew(ask, -1, all);
    }

    private void movePrices() {
        spreadNoise = SPREAD_MEMORY * spreadNoise + SPREAD_FRESH * random.nextGaussian();
        double noise = Math.max(-NOISE_LIMIT, Math.min(NOISE_LIMIT, spreadNoise));
        double ticks = mid.mid() * E8 / tickE8;
        double usual =
                parameters.spreadBps()
                        * BPS
                        * (1 + parameters.spreadSensitivity() * (mid.ratio() - 1));
        double wanted = ticks * usual * spreadFactor * (1 + parameters.spreadNoise() * noise);
        long spread = Math.max(1, Math.round(wanted));
        long lowest = parameters.levels() + 1L;
        long bidTick = Math.max(lowest, (long) Math.floor(ticks - spread / 2.0 + 0.5));
        bid.moveTo(bidTick);
        ask.moveTo(bidTick + spread);
    }

    private void renew(BookSide side, int sign, boolean all) {
        double scale = depthFactor / mid.ratio() * (1 + sign * tilt());
        int levels = side.levels();
        for (int i = 0; i < levels; i++) {
            if (all || i == 0 || side.sizeE8(i) == 0) {
                side.setSize(i, draw(i, scale));
            }
        }
        if (!all) {
            for (int k = 0; k < RENEWED; k++) {
                int level = 1 + (int) ((levels - 1) * random.nextDouble());
                side.setSize(level, draw(level, scale));
            }
        }
    }

    private long draw(int level, double scale) {
        double noise = parameters.sizeNoise() * Generators.bounded(random, NOISE_LIMIT);
        return lots(profile[level] * scale * StrictMath.exp(noise));
    }

    /** A size rounded to whole lots of 0.001, at least one. */
    static long lots(double size) {
        return roundedE8(size * E8);
    }

    /** The same of a size with 8 implied decimals. */
    static long roundedE8(double sizeE8) {
        return Math.max(1, Math.round(sizeE8 / LOT_E8)) * LOT_E8;
    }
}
