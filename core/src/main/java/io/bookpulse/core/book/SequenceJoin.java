package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;

/** How a diff joins what the book already knows (DEFINITIONS F3). */
enum SequenceJoin {
    /** It is the next one. */
    NEXT,
    /** The book already holds all of it. */
    OLD,
    /** Something between is missing. */
    GAP;

    /**
     * Judges a diff by its venue's rule.
     *
     * @param afterSnapshot whether {@code last} is the id of a snapshot and no diff came since
     */
    static SequenceJoin of(MarketEvent diff, long last, boolean afterSnapshot) {
        return switch (diff.sequenceRule) {
            case NONE -> NEXT;
            case CONSECUTIVE -> judge(diff.lastSequence <= last, diff.firstSequence == last + 1);
            case BINANCE_SPOT ->
                    judge(
                            diff.lastSequence <= last,
                            diff.firstSequence <= last + 1 && last + 1 <= diff.lastSequence);
            case BINANCE_FUTURES -> futures(diff, last, afterSnapshot);
        };
    }

    /**
     * After a snapshot X the venue asks for {@code U <= X <= u}. Its ids have holes, so a diff
     * whose {@code pu} is X or below joins as well, although its U is above X: it covers all after
     * pu.
     */
    private static SequenceJoin futures(MarketEvent diff, long last, boolean afterSnapshot) {
        if (afterSnapshot) {
            boolean reaches = diff.firstSequence <= last || diff.previousSequence <= last;
            return judge(diff.lastSequence < last, reaches);
        }
        return judge(diff.lastSequence <= last, diff.previousSequence == last);
    }

    private static SequenceJoin judge(boolean old, boolean next) {
        return old ? OLD : next ? NEXT : GAP;
    }
}
