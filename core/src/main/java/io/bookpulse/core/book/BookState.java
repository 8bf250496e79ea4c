package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;

/**
 * All memory of one instrument's {@link Book}: levels, position in the sequence, diffs that wait,
 * counters. Only {@link Book} writes it.
 *
 * <p>The accessors are O(1), depth sums O(levels); none allocates.
 */
public final class BookState {
    /** Bids, best = highest. */
    public BookSide bids = new BookSide();

    /** Asks, best = lowest. */
    public BookSide asks = newAsks();

    /** Whether the levels are the venue's book: synchronised and without a gap since. */
    public boolean valid;

    /** Whether a snapshot or diff was ever seen: then quotes are a redundant view. */
    public boolean hasDepthEvents;

    /** Whether the last book event was a snapshot: the next diff joins by the snapshot's rule. */
    public boolean afterSnapshot;

    /** Sequence number up to which the book is known, or {@link MarketEvent#UNKNOWN}. */
    public long lastSequence = MarketEvent.UNKNOWN;

    /** Counts results {@link BookResult#APPLIED}: changes whenever features can change. */
    public long version;

    /** Counts how often the book became valid: a step between two means a break in between. */
    public long synchronisations;

    /** Time of the last {@link BookResult#APPLIED}, ns, or {@link MarketEvent#UNKNOWN}. */
    public long lastTopChangeNanos = MarketEvent.UNKNOWN;

    /** Since when the book has been crossed, ns, or {@link MarketEvent#UNKNOWN} if it is not. */
    public long crossedSinceNanos = MarketEvent.UNKNOWN;

    /** Diffs that wait for a snapshot. */
    public WaitingDiffs waiting = new WaitingDiffs();

    /** Breaks of a valid book: sequence gaps, crossed too long, truncated too far. */
    public long gaps;

    /** Those of {@link #gaps} that were a missing sequence number. */
    public long sequenceGaps;

    /** Snapshots that became the book. */
    public long snapshots;

    /** Events after which the book was crossed. */
    public long crossed;

    /** Levels given up because a side had more than the limit. */
    public long evictedLevels;

    /** Quotes seen beside a depth book. */
    public long redundantQuotes;

    /** Whether there is a bid. */
    public boolean hasBid() {
        return bids.levels > 0;
    }

    /** Whether there is an ask. */
    public boolean hasAsk() {
        return asks.levels > 0;
    }

    /** Highest bid price; only if {@link #hasBid()}. */
    public long bestBidPriceE8() {
        return bids.priceE8(0);
    }

    /** Size at the highest bid price; only if {@link #hasBid()}. */
    public long bestBidSizeE8() {
        return bids.sizeE8(0);
    }

    /** Lowest ask price; only if {@link #hasAsk()}. */
    public long bestAskPriceE8() {
        return asks.priceE8(0);
    }

    /** Size at the lowest ask price; only if {@link #hasAsk()}. */
    public long bestAskSizeE8() {
        return asks.sizeE8(0);
    }

    /** Whether the best bid is above the best ask. */
    public boolean isCrossed() {
        return bids.levels > 0 && asks.levels > 0 && bids.priceE8(0) > asks.priceE8(0);
    }

    /** Whether the best bid equals the best ask: legal, flagged. */
    public boolean isLocked() {
        return bids.levels > 0 && asks.levels > 0 && bids.priceE8(0) == asks.priceE8(0);
    }

    /** Whether features may be computed: valid and not crossed; a side may be empty. */
    public boolean isUsable() {
        return valid && !isCrossed();
    }

    /** Sum of the sizes of the best {@code levels} bids, or of all there are; in units, not E8. */
    public double bidDepth(int levels) {
        return bids.depth(levels);
    }

    /** Sum of the sizes of the best {@code levels} asks, or of all there are; in units, not E8. */
    public double askDepth(int levels) {
        return asks.depth(levels);
    }

    private static BookSide newAsks() {
        BookSide asks = new BookSide();
        asks.direction = -1;
        return asks;
    }
}
