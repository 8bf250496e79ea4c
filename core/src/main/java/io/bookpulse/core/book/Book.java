package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SequenceRule;
import java.io.Serializable;

/**
 * The level-2 book of one instrument (DEFINITIONS 1, F3, F6, F12): from a snapshot and diffs with
 * the venue's sequence rule, from snapshots alone, or, as long as neither was seen, from quotes.
 *
 * <p>Until a snapshot the book is invalid and diffs wait; the snapshot becomes the book and
 * resolves them. A diff that does not join makes the book invalid again and waits for the next
 * snapshot, as does a diff that finds the book crossed for longer than allowed. Levels beyond the
 * limit are given up, worst first, and what lies at or beyond them is not known from then on; if
 * that leaves fewer than {@link BookParameters#depth()} known levels on the side, the book is
 * invalid too. A crossed book is kept but not {@link BookState#isUsable() usable}; a locked one is
 * legal. A size of 0 removes a level, and removing what is not there is normal.
 *
 * <p>Cost: per changed level a binary search and a move of as many elements as there are better
 * levels. Nothing is allocated once the arrays have grown; waiting diffs are kept as they are.
 */
public final class Book implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int depth;
    private final int maxLevels;
    private final int bufferedDiffs;
    private final long resyncAfterCrossedNanos;

    /** A book with those limits. */
    public Book(BookParameters parameters) {
        depth = parameters.depth();
        maxLevels = parameters.maxLevels();
        bufferedDiffs = parameters.bufferedDiffs();
        resyncAfterCrossedNanos = parameters.resyncAfterCrossed().toNanos();
    }

    /** An empty book that waits for its first snapshot or quote. */
    public BookState newState() {
        return new BookState();
    }

    /**
     * Takes the next book event of the instrument, in event order. The event must be valid (see
     * {@code EventValidator}) and must not be changed afterwards.
     *
     * @param event a snapshot, diff or quote
     * @param resolved hears the final results of diffs that had waited
     * @return what the event did; pending results are followed by a final one through {@code
     *     resolved}
     * @throws IllegalArgumentException if the event is not about the book
     */
    public BookResult apply(BookState state, MarketEvent event, WaitingEvents resolved) {
        return switch (event.kind) {
            case BOOK_DELTA -> delta(state, event, resolved);
            case BOOK_SNAPSHOT -> snapshot(state, event, resolved);
            case BEST_QUOTE -> quote(state, event);
            default -> throw new IllegalArgumentException("not a book event: " + event);
        };
    }

    /**
     * Gives up what still waits, as {@link BookResult#UNUSABLE}: no further event will come.
     *
     * @param resolved hears each of them, oldest first
     */
    public void drain(BookState state, WaitingEvents resolved) {
        while (state.waiting.count > 0) {
            resolved.resolved(state.waiting.poll(), BookResult.UNUSABLE);
        }
    }

    private BookResult delta(BookState state, MarketEvent diff, WaitingEvents resolved) {
        leaveQuotes(state);
        if (!state.valid) {
            return waitForSnapshot(state, diff, resolved, BookResult.WAITING);
        }
        BookResult result = join(state, diff, diff.eventTimeNanos);
        return result == BookResult.GAP
                ? waitForSnapshot(state, diff, resolved, BookResult.GAP)
                : result;
    }

    /**
     * Applies a diff to a valid book, or makes the book invalid and returns GAP.
     *
     * @param nowNanos time of the event that lets it happen: the diff's own, or a later snapshot's
     */
    private BookResult join(BookState state, MarketEvent diff, long nowNanos) {
        SequenceJoin join = SequenceJoin.of(diff, state.lastSequence, state.afterSnapshot);
        if (join == SequenceJoin.OLD) {
            return BookResult.OLD_SEQUENCE;
        }
        if (join == SequenceJoin.GAP) {
            state.sequenceGaps++;
            return invalidate(state);
        }
        if (hasBeenCrossedTooLong(state, nowNanos)) {
            return invalidate(state);
        }
        boolean topChanged = change(state, diff);
        state.lastSequence = diff.lastSequence;
        state.afterSnapshot = false;
        return lacksKnownLevels(state.bids) || lacksKnownLevels(state.asks)
                ? invalidate(state)
                : settle(state, nowNanos, topChanged);
    }

    private BookResult snapshot(BookState state, MarketEvent snapshot, WaitingEvents resolved) {
        leaveQuotes(state);
        if (isBehind(state, snapshot)) {
            return BookResult.OLD_SEQUENCE;
        }
        if (!state.valid && !reachesWaiting(state, snapshot)) {
            return BookResult.UNUSABLE;
        }
        boolean broken = !state.valid;
        boolean topChanged = replace(state, snapshot);
        state.snapshots++;
        state.lastSequence = snapshot.lastSequence;
        state.afterSnapshot = true;
        state.valid = true;
        if (broken) {
            state.synchronisations++;
        }
        BookResult result = settle(state, snapshot.eventTimeNanos, topChanged || broken);
        resolve(state, resolved, snapshot);
        return result;
    }

    /** Decides the diffs that waited, until one of them does not join either. */
    private void resolve(BookState state, WaitingEvents resolved, MarketEvent snapshot) {
        while (state.valid && state.waiting.count > 0) {
            MarketEvent diff = state.waiting.peek();
            BookResult result =
                    snapshot.sequenceRule == SequenceRule.NONE
                            ? BookResult.OLD_SEQUENCE
                            : join(state, diff, snapshot.eventTimeNanos);
            if (result != BookResult.GAP) {
                resolved.resolved(state.waiting.poll(), result);
            }
        }
    }

    private BookResult quote(BookState state, MarketEvent quote) {
        if (state.hasDepthEvents) {
            state.redundantQuotes++;
            return BookResult.CONFLATED;
        }
        boolean first = !state.valid;
        boolean topChanged = replace(state, quote);
        state.valid = true;
        if (first) {
            state.synchronisations++;
        }
        return settle(state, quote.eventTimeNanos, topChanged || first);
    }

    /** From the first depth event on, quotes are no longer the book. */
    private static void leaveQuotes(BookState state) {
        if (!state.hasDepthEvents) {
            state.hasDepthEvents = true;
            state.valid = false;
            state.crossedSinceNanos = MarketEvent.UNKNOWN;
        }
    }

    private BookResult waitForSnapshot(
            BookState state, MarketEvent diff, WaitingEvents resolved, BookResult result) {
        if (state.waiting.count == bufferedDiffs) {
            resolved.resolved(state.waiting.poll(), BookResult.UNUSABLE);
        }
        state.waiting.add(diff, bufferedDiffs);
        return result;
    }

    private static BookResult invalidate(BookState state) {
        state.valid = false;
        state.crossedSinceNanos = MarketEvent.UNKNOWN;
        state.gaps++;
        return BookResult.GAP;
    }

    /** Whether a snapshot tells less than a valid book already knows. */
    private static boolean isBehind(BookState state, MarketEvent snapshot) {
        return state.valid
                && snapshot.sequenceRule != SequenceRule.NONE
                && snapshot.lastSequence < state.lastSequence;
    }

    /** Whether the first waiting diff that the snapshot does not cover joins it. */
    private static boolean reachesWaiting(BookState state, MarketEvent snapshot) {
        WaitingDiffs waiting = state.waiting;
        if (snapshot.sequenceRule == SequenceRule.NONE) {
            return true;
        }
        for (int i = 0; i < waiting.count; i++) {
            SequenceJoin join = SequenceJoin.of(waiting.get(i), snapshot.lastSequence, true);
            if (join != SequenceJoin.OLD) {
                return join == SequenceJoin.NEXT;
            }
        }
        return true;
    }

    private boolean hasBeenCrossedTooLong(BookState state, long nowNanos) {
        return state.crossedSinceNanos != MarketEvent.UNKNOWN
                && nowNanos - state.crossedSinceNanos > resyncAfterCrossedNanos;
    }

    private boolean lacksKnownLevels(BookSide side) {
        return side.truncated && side.levels < depth;
    }

    private boolean change(BookState state, MarketEvent diff) {
        int best = change(state.bids, diff.bidPricesE8, diff.bidSizesE8);
        best = Math.min(best, change(state.asks, diff.askPricesE8, diff.askSizesE8));
        evict(state);
        return best < depth;
    }

    /** Sets the levels and returns the best level that changed (0 = best). */
    private static int change(BookSide side, long[] pricesE8, long[] sizesE8) {
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < pricesE8.length; i++) {
            best = Math.min(best, side.set(pricesE8[i], sizesE8[i]));
        }
        return best;
    }

    private boolean replace(BookState state, MarketEvent whole) {
        boolean topChanged =
                !state.bids.hasTop(depth, whole.bidPricesE8, whole.bidSizesE8)
                        || !state.asks.hasTop(depth, whole.askPricesE8, whole.askSizesE8);
        state.bids.replace(whole.bidPricesE8, whole.bidSizesE8);
        state.asks.replace(whole.askPricesE8, whole.askSizesE8);
        evict(state);
        return topChanged;
    }

    private void evict(BookState state) {
        state.evictedLevels += state.bids.keepBest(maxLevels) + state.asks.keepBest(maxLevels);
    }

    /** Names what an applied event did, and keeps version and crossing up to date. */
    private static BookResult settle(BookState state, long nowNanos, boolean topChanged) {
        boolean wasCrossed = state.crossedSinceNanos != MarketEvent.UNKNOWN;
        if (state.isCrossed()) {
            state.crossed++;
            if (!wasCrossed) {
                state.crossedSinceNanos = nowNanos;
            }
            return BookResult.CROSSED;
        }
        state.crossedSinceNanos = MarketEvent.UNKNOWN;
        if (!topChanged && !wasCrossed) {
            return BookResult.CONFLATED;
        }
        state.version++;
        state.lastTopChangeNanos = nowNanos;
        return BookResult.APPLIED;
    }
}
