package io.bookpulse.simulation.truth;

import java.util.Locale;

/** What kind of thing was injected (DEFINITIONS 17), and what its magnitude means. */
public enum TruthType {
    /** The spread is multiplied; magnitude = factor. */
    SPREAD_SPIKE,
    /** All sizes are multiplied by a number below 1; magnitude = the share that remains. */
    DEPTH_COLLAPSE,
    /**
     * Both at once; magnitude = the spread's factor, parameter {@code depth} = the remaining share.
     */
    LIQUIDITY_SHOCK,
    /** The mean of the imbalance moves; magnitude = shift in its standard deviations, signed. */
    IMBALANCE_DRIFT,
    /** Trades arrive faster; magnitude = factor on the base rate. */
    VOLUME_BURST,
    /** A time of stress; magnitude = factor on the calm volatility. */
    REGIME_SWITCH,
    /** The mid jumps between two updates; magnitude = bps, signed. */
    JUMP,
    /** The mid jumps and four fifths of it come back; magnitude = bps, signed. */
    FLASH_MOVE,
    /** The levels behind the best flicker; magnitude = how often. */
    QUOTE_STUFFING,
    /**
     * A large level comes and goes; magnitude = its size in top sizes, + for a bid, - for an ask.
     */
    SPOOF_LIKE,
    /** Two sweeps, at onset and end; magnitude = prices that each goes through, signed. */
    SWEEP_CHAIN,
    /**
     * The spread is multiplied, and the mid jumps in that time; magnitude = the spread's factor.
     */
    SPIKE_THEN_REGIME,
    /** Book changes are lost until a snapshot; magnitude = how many are lost. */
    SEQUENCE_GAP,
    /** One message arrives twice; magnitude = 1. */
    DUPLICATE,
    /** One book change arrives after its successors; magnitude = delay in seconds. */
    REORDER,
    /** One trade arrives too late to be used; magnitude = delay in seconds. */
    LATE,
    /** A bid above the best ask stays in the book for a moment; magnitude = ticks above it. */
    CROSSED,
    /** The book is silent while trades go on; magnitude = seconds. */
    STALE,
    /** The local clock is wrong for a while; magnitude = its error in seconds, signed. */
    CLOCK_STEP;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word for this type in files: {@code spread-spike}. */
    public String word() {
        return word;
    }

    /**
     * Returns the type with that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TruthType parse(String word) {
        for (TruthType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown truth type '" + word + "'");
    }

    /** Whether it is a fault of the feed rather than an event of the market. */
    public boolean isFault() {
        return compareTo(SEQUENCE_GAP) >= 0;
    }
}
