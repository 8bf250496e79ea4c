package io.bookpulse.simulation.market;

/**
 * Something that the plan does to a market at a time.
 *
 * @param timeNanos when, ns since epoch UTC
 * @param kind what
 * @param value the new value, or how much
 */
record Action(long timeNanos, Kind kind, double value) {
    /** What an action changes. */
    enum Kind {
        /** The factor on the spread; 1 = none. */
        SPREAD,
        /** The factor on all sizes; 1 = none. */
        DEPTH,
        /** The shift of the imbalance, in its standard deviations; 0 = none. */
        IMBALANCE,
        /** The factor on the base rate of trades; 1 = none. */
        TRADE_RATE,
        /** The factor on the calm volatility that volatility tends to; 1 = calm. */
        VOLATILITY,
        /** The mid moves by so many bps. */
        JUMP,
        /** The mid moves by so many ticks. */
        JUMP_TICKS,
        /** A buyer (a seller if negative) takes all and half again of the level of that number. */
        SWEEP,
        /** A bid (an ask if negative) of so many top sizes appears near the best; 0 = it goes. */
        WALL,
        /** The levels behind the best shrink to next to nothing (1) or come back (0). */
        FLICKER,
        /** A bid so many ticks above the best ask appears; 0 = it goes. */
        CROSS,
        /** The book falls silent (1) or speaks again (0). */
        SILENCE,
        /** The feed sends a snapshot. */
        SNAPSHOT
    }

    /** Whether the book shows it at once. */
    boolean isVisible() {
        return kind == Kind.SPREAD
                || kind == Kind.DEPTH
                || kind == Kind.JUMP
                || kind == Kind.JUMP_TICKS;
    }
}
